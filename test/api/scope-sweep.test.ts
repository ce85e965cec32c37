import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isUnionType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caseTokenHeader } from "../../server/request-context-of.ts";
import { buildApiSchema } from "../../server/schema.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import type { ApiClient } from "../support/api-client.ts";
import { clientOf } from "../support/authorization-probes.ts";
import { type SeededCase, type Seeds, seedTwoCases } from "../support/authorization-seeds.ts";
import { settleExports } from "../support/export-attempts.ts";
import { sampleOf } from "../support/probes/action-probe.ts";
import { streamLevels } from "../support/probes/stream-levels.ts";
import { type NamingPlace, namingPlaces, variablesNaming } from "../support/scope-names.ts";
import { routesIn, scopeRoutes } from "../support/scope-routes.ts";
import { type Things, thingsOf, thingsThatNeverWere } from "../support/scope-things.ts";
import { selectAll } from "../support/select-all.ts";

/**
 * Merchant against merchant, bank against bank, customer against customer: whatever the schema and the server have, asked
 * for by what is another's. It has to be answered like what never was, and what another has must not be counted.
 */
const narrow = ["MERCHANT_VERIFIER", "BANK_OFFICER", "CUSTOMER"] as const;
type Narrow = (typeof narrow)[number];

const schema: GraphQLSchema = buildApiSchema();
const query = namingPlaces(schema.getQueryType());
const mutation = namingPlaces(schema.getMutationType());
const subscription = namingPlaces(schema.getSubscriptionType());

let api: TestApi;
let seeds: Seeds;
let own: Things;
let theirs: Things;
const neverWas = thingsThatNeverWere();
const before = new Map<string, string>();
beforeAll(async () => {
  api = await startTestApi();
  seeds = await seedTwoCases(api, async (seeded) => {
    own = await thingsOf(api, seeded);
    for (const reader of narrow)
      for (const [name, answer] of await everyAnswer(reader, seeded)) before.set(name, answer);
  });
  theirs = await thingsOf(api, seeds.other);
});
afterAll(() => api.close());

test.each(narrow)("nothing that %s can list, count or read has changed by what another has", async (reader) => {
  const after = await everyAnswer(reader, seeds.own);
  expect(after.size).toBeGreaterThan(Object.keys(schema.getQueryType()?.getFields() ?? {}).length);
  for (const [name, answer] of after) expect(still(answer), name).toEqual(still(before.get(name) ?? "null"));
});

describe("each argument by which something can be named", () => {
  test("is said in scope-names.ts", () => {
    const unsaid = [...query, ...mutation, ...subscription].filter(({ things }) => things === null);
    const lines = [...new Set(unsaid.map(({ coordinate }) => `"${coordinate}": ["Case"] or "NOBODYS",`))];
    expect(lines, "say in test/support/scope-names.ts what these can name of somebody's").toEqual([]);
  });

  test.each(narrow)("answers %s for another's as for what never was, in every question", async (reader) => {
    expect(await differences(reader, "query", query)).toEqual([]);
  });

  test.each(narrow)("answers %s so in every mutation, which changes nothing of another's", async (reader) => {
    const untouched = await trace(seeds.other);
    expect(await differences(reader, "mutation", mutation)).toEqual([]);
    expect(await trace(seeds.other)).toEqual(untouched);
  });

  test.each(Object.keys(schema.getSubscriptionType()?.getFields() ?? {}))(
    "tells nobody of another's by Subscription.%s",
    async (name) => {
      const heard = await streamLevels(api, schema, seeds, name);
      expect(heard, `say in streamLevels how ${name} is listened to`).not.toBeNull();
      expect(narrow.filter((reader) => heard?.[reader] === "yes")).toEqual([]);
    },
  );
});

test("every type with an id is asked for by another's, or is nobody's in particular", () => {
  const nobodys = ["Course", "Delegation", "ExportRun", "ImportRun", "MessageTemplate", "PolicyDraft", "PolicyVersion"];
  const asked = query.find(({ coordinate }) => coordinate === "Query.node.id")?.things ?? [];
  const types = schema.getPossibleTypes(nodeType()).map(({ name }) => name);
  expect(
    types.filter((name) => ![...asked, ...nobodys].includes(name)),
    'add the type to "Query.node.id" in scope-names.ts and its row to scope-things.ts, or here where it is nobody\'s',
  ).toEqual([]);
});

describe("each route of the server", () => {
  test("has a line in scope-routes.ts", () => {
    const routes = routesIn(api.app.printRoutes({ commonPrefix: false }));
    expect(
      [...new Set(routes)].sort(),
      "say in test/support/scope-routes.ts what of somebody's it leads to, or why of nobody's",
    ).toEqual(Object.keys(scopeRoutes).sort());
  });

  test.each(narrow)("answers %s for another's as for what never was", async (reader) => {
    for (const [name, line] of Object.entries(scopeRoutes)) {
      if ("open" in line) continue;
      const [got, none] = [theirs, neverWas].map((of) => fetched(reader, line.path(of[line.thing]), of[line.thing]));
      expect(await got, name).toEqual(await none);
    }
  });
});

/** Where the answer for another's is not that for what never was. */
async function differences(reader: Narrow, kind: "query" | "mutation", places: readonly NamingPlace[]) {
  const client = await clientOf(api, reader, seeds);
  const found: object[] = [];
  for (const place of places) {
    await settleExports(api);
    for (const thing of place.things === "NOBODYS" ? [] : (place.things ?? [])) {
      const [got, none] = [await ask(theirs[thing]), await ask(neverWas[thing])];
      if (got !== none) found.push({ at: place.coordinate, in: place.field.name, thing, got, none });
    }
    async function ask(value: string): Promise<string> {
      const variables = variablesNaming(place, value, own, await versionOfOwn());
      return (await answerTo(client, kind, place.field, variables)).replaceAll(value, "<asked>");
    }
  }
  return found;
}

/** As deep as it goes at the price of one question. What the schema itself refuses has asked nothing, and fails. */
async function answerTo(
  client: ApiClient,
  kind: "query" | "mutation",
  { name, args, type }: GraphQLField<unknown, unknown>,
  variables: Readonly<Record<string, unknown>>,
): Promise<string> {
  const used = args.filter((arg) => arg.name in variables);
  const declared = used.length === 0 ? "" : `(${used.map((arg) => `$${arg.name}: ${arg.type}`).join(", ")})`;
  const passed = used.length === 0 ? "" : `(${used.map((arg) => `${arg.name}: $${arg.name}`).join(", ")})`;
  const named = getNamedType(type);
  const body = async (depth: number) => {
    const selected = selectionOf(named, depth);
    return client.send({ query: `${kind} ${declared} { ${name}${passed} ${selected} }`, variables });
  };
  let last = "";
  for (const depth of kind === "mutation" ? [0] : [1, 0]) {
    const { body: answer } = await body(depth);
    last = JSON.stringify(answer);
    if (!/"GRAPHQL_VALIDATION_FAILED"|INTERNAL_SERVER_ERROR/.test(last)) return last;
  }
  throw new Error(`${name} ${JSON.stringify(variables)}: ${last}`);
}

/** An answer but for what drains while one looks at it. */
function still(answer: string): unknown {
  return JSON.parse(answer, (name, value: unknown) => (name === "fractionLeft" ? "<draining>" : value));
}

/** Of what can be one of several things: which it is, and what is said against it. */
function selectionOf(named: GraphQLNamedType, depth: number): string {
  if (isLeafType(named)) return "";
  if (isInterfaceType(named)) return "{ __typename id }";
  return isUnionType(named) ? "{ __typename ... on Problem { message } }" : selectAll(schema, named.name, depth);
}

/** Whatever a question answers of itself or of one's own case. */
async function everyAnswer(reader: Narrow, seeded: SeededCase): Promise<ReadonlyMap<string, string>> {
  const client = reader === "CUSTOMER" ? api.asCustomer(seeded.linkToken) : api.as(reader);
  const answers = new Map<string, string>();
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const places = query.filter((place) => place.field === field);
    const needed = field.args.filter((arg) => String(arg.type).endsWith("!") && arg.defaultValue === undefined);
    const name = `${reader} ${field.name}`;
    if (needed.length === 0) answers.set(name, await answerTo(client, "query", field, {}));
    for (const place of places) {
      for (const thing of place.things === "NOBODYS" ? [] : (place.things ?? [])) {
        const variables = variablesNaming(place, own[thing], own, 1);
        answers.set(`${name} ${place.coordinate} ${thing}`, await answerTo(client, "query", field, variables));
      }
    }
    if (needed.length > 0 && places.length === 0) {
      const variables = Object.fromEntries(needed.map((arg) => [arg.name, sampleOf(arg.type, arg.name)]));
      answers.set(name, await answerTo(client, "query", field, variables));
    }
  }
  return answers;
}

async function fetched(reader: Narrow, url: string, asked: string) {
  const headers: Record<string, string> =
    reader === "CUSTOMER" ? { [caseTokenHeader]: seeds.own.linkToken } : { cookie: api.as(reader).cookie };
  const { statusCode, body, headers: answered } = await api.app.inject({ method: "GET", url, headers });
  return {
    statusCode,
    body: body.replaceAll(asked, "<asked>"),
    type: answered["content-type"],
    location: answered.location?.replaceAll(asked, "<asked>"),
  };
}

async function versionOfOwn(): Promise<number> {
  const { version } = await api.house.db
    .selectFrom("cases")
    .select("version")
    .where("id", "=", seeds.own.caseId)
    .executeTakeFirstOrThrow();
  return version;
}

/** All that stands of a case, as it can be changed. */
async function trace({ caseId }: SeededCase): Promise<object> {
  const { db } = api.house;
  const of = (table: "case_event" | "notice" | "evidence" | "held_message") =>
    db.selectFrom(table).selectAll().where("case_id", "=", caseId).orderBy("id").execute();
  return {
    found: await db.selectFrom("cases").selectAll().where("id", "=", caseId).executeTakeFirstOrThrow(),
    below: [await of("case_event"), await of("notice"), await of("evidence"), await of("held_message")],
  };
}

function nodeType() {
  const node = schema.getType("Node");
  if (!isInterfaceType(node)) throw new Error("there is no Node");
  return node;
}
