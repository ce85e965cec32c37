import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fieldPermissions } from "../../server/graphql/field-permissions.ts";
import { buildApiSchema } from "../../server/schema.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import {
  deriveMatrix,
  type Level,
  type Matrix,
  type MatrixRow,
  objectTypes,
  type Reader,
  readers,
  readMatrix,
  rowOf,
  writeMatrix,
} from "../support/authorization-matrix.ts";
import { clientOf, probes } from "../support/authorization-probes.ts";
import { type Seeds, seedTwoCases } from "../support/authorization-seeds.ts";
import { documentOf } from "../support/bad-input.ts";
import { pathsTo } from "../support/paths-to.ts";
import { actionProbe, isCaseAction } from "../support/probes/action-probe.ts";
import type { Probe } from "../support/probes/probe.ts";
import { streamLevels } from "../support/probes/stream-levels.ts";
import { selectAll } from "../support/select-all.ts";

let schema: GraphQLSchema;
let api: TestApi;
let seeds: Seeds;
let found: Matrix;
const unasked: string[] = [];
beforeAll(async () => {
  schema = buildApiSchema();
  api = await startTestApi();
  seeds = await seedTwoCases(api);
  found = deriveMatrix(schema, await askEveryRoot());
  // Whatever was asked has brought the cases back; the closed fields are looked for on cases that are put aside.
  await api.house.db
    .updateTable("cases")
    .set({ snoozed_until: new Date("2099-01-01") })
    .execute();
  // Somebody who could agree in place of whoever has not learned it, at the level that is next.
  await api.another("SUPERVISOR");
  if (process.env["WRITE_MATRIX"] === "1") writeMatrix(found);
});
afterAll(() => api.close());

describe("the authorization matrix", () => {
  test("has a row for every field of the schema, and none for a field that is gone", () => {
    const fields = objectTypes(schema).flatMap((type) =>
      Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
    );
    expect([...readMatrix().keys()].sort()).toEqual(fields.sort());
  });

  test("asks every field that begins a request; how, is said in the probes", () => {
    expect(unasked).toEqual([]);
  });

  test("is what the server does, asked as each of the nine", () => {
    const asked = Object.fromEntries(found);
    expect(asked).toEqual(Object.fromEntries(readMatrix()));
  });

  test("every field that begins a request is in the table of permissions, and the table names no field that is gone", () => {
    const types = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const roots = types.flatMap((type) => fieldsOf(type).map(({ name }) => `${type?.name}.${name}`));
    expect(roots.filter((field) => !(field in fieldPermissions))).toEqual([]);
    expect(Object.keys(fieldPermissions).filter((field) => !found.has(field))).toEqual([]);
  });
});

/** The fields that the table closes more than the object they belong to. */
const closed = Object.entries(fieldPermissions).flatMap(([field, access]) =>
  access === "PUBLIC" || /^(Query|Mutation|Subscription)\./.test(field) ? [] : [field],
);

describe("a closed field", () => {
  test.each(closed)(
    "%s is there for whom the matrix says so, and empty for the others, on every way to it",
    async (field) => {
      const [typeName = "", name = ""] = field.split(".");
      const row = readMatrix().get(field);
      const shownTo = await whatIsShownOf(typeName);
      expect(readers.filter((reader) => row?.[reader] === "no" && shownTo(reader, name))).toEqual([]);
      // Where nobody finds anything, the test has shown nothing.
      expect(readers.some((reader) => shownTo(reader, name))).toBe(true);
    },
  );
});

type Shown = (reader: Reader, name: string) => boolean;
const shownOf = new Map<string, Promise<Shown>>();

/** Which closed fields of a type each reader finds filled on some way to it; each way is gone once for all of them. */
function whatIsShownOf(typeName: string): Promise<Shown> {
  const known = shownOf.get(typeName) ?? lookOnEveryWay(typeName);
  shownOf.set(typeName, known);
  return known;
}

async function lookOnEveryWay(typeName: string): Promise<Shown> {
  const paths = pathsTo(schema, typeName);
  expect(paths).not.toEqual([]);
  const names = closed.flatMap((field) => (field.startsWith(`${typeName}.`) ? [field.slice(typeName.length + 1)] : []));
  const found = new Set<string>();
  const [first, ...others] = readers;
  const look = async (reader: Reader, document: string) => {
    const { data, errors } = await (await clientOf(api, reader, seeds)).query(document, { id: seeds.own.id });
    for (const name of names) if (isFilled(valuesAt(data, soughtAs(name)))) found.add(`${reader} ${name}`);
    return errors;
  };
  // Several ways in one request share what they go over. A request has a limit of its cost: what is too much is asked in two.
  const ask = async (ways: readonly string[]): Promise<void> => {
    const document = documentOfWays(ways);
    const errors = await look(first, document);
    if (ways.length > 1 && errors.some(({ extensions }) => extensions?.["code"] === "GRAPHQL_VALIDATION_FAILED")) {
      const half = Math.ceil(ways.length / 2);
      await ask(ways.slice(0, half));
      await ask(ways.slice(half));
      return;
    }
    expect([errors, ...(await Promise.all(others.map((reader) => look(reader, document))))].flat()).toEqual([]);
  };
  const ways = paths.flatMap((path) => names.map((name) => path.replace("%", selectionOf(typeName, name))));
  for (let from = 0; from < ways.length; from += MOST_AT_ONCE) await ask(ways.slice(from, from + MOST_AT_ONCE));
  return (reader, name) => found.has(`${reader} ${name}`);
}

function documentOfWays(ways: readonly string[]): string {
  const asked = ways.join(" ");
  return `query ($id: ID) { ${asked} ${asked.includes("$id") ? "" : "asked: case(id: $id) { __typename }"} }`;
}

/** A request may have fifteen names of its own. */
const MOST_AT_ONCE = 14;

function selectionOf(typeName: string, name: string): string {
  const named = getNamedType(fieldOf(typeName, name).type);
  return `${soughtAs(name)}: ${name} ${isObjectType(named) ? selectAll(schema, named.name, 0) : ""}`;
}

/** A name of its own: on the way to a field may stand others that are called the same. */
const soughtAs = (name: string) => `soughtFor_${name}`;

function fieldOf(typeName: string, name: string): GraphQLField<unknown, unknown> {
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  if (field === undefined) throw new Error(`${typeName}.${name} is not there`);
  return field;
}

/** Whatever stands under a name, however deep. */
function valuesAt(answer: unknown, name: string): unknown[] {
  if (typeof answer !== "object" || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) => (key === name ? [value] : valuesAt(value, name)));
}

function isFilled(values: readonly unknown[]): boolean {
  return values.some((value) => {
    if (value === null) return false;
    if (Array.isArray(value)) return value.length > 0;
    if (typeof value === "object" && "edges" in value) return Array.isArray(value.edges) && value.edges.length > 0;
    return true;
  });
}

/** Asks whatever can begin a request, as each reader. What has no probe is noted, and taken for shut. */
async function askEveryRoot(): Promise<Matrix> {
  const asked = new Map<string, readonly [document: string, probe: Probe | undefined]>();
  for (const field of fieldsOf(schema.getQueryType())) {
    const name = `Query.${field.name}`;
    asked.set(name, [documentOf("query", field), probes[name]]);
  }
  for (const field of fieldsOf(schema.getMutationType())) {
    const name = `Mutation.${field.name}`;
    const probe = isCaseAction(field) ? actionProbe(api, schema, seeds, field.name) : probes[name];
    asked.set(name, [documentOf("mutation", field), probe]);
  }
  const answers = new Map<string, MatrixRow>();
  for (const [name, [document, probe]] of asked) {
    const row: Record<string, Level> = {};
    for (const reader of readers) {
      row[reader] = (await probe?.(await clientOf(api, reader, seeds), seeds, document)) ?? "no";
    }
    answers.set(
      name,
      rowOf((reader) => row[reader] ?? "no"),
    );
    if (probe === undefined) unasked.push(name);
  }
  for (const { name } of fieldsOf(schema.getSubscriptionType())) {
    const row = await streamLevels(api, schema, seeds, name);
    answers.set(`Subscription.${name}`, row ?? rowOf(() => "no"));
    if (row === null) unasked.push(`Subscription.${name}`);
  }
  return answers;
}

function fieldsOf(type: GraphQLObjectType | null | undefined): GraphQLField<unknown, unknown>[] {
  return Object.values(type?.getFields() ?? {});
}
