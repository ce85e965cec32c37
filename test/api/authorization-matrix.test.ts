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
import {
  actionProbe,
  clientOf,
  isCaseAction,
  mutationProbes,
  type Probe,
  queryProbes,
  streamLevels,
} from "../support/authorization-probes.ts";
import { type Seeds, seedTwoCases } from "../support/authorization-seeds.ts";
import { pathsTo } from "../support/paths-to.ts";
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

  test("asks every field that begins a request; how, is said in authorization-probes.ts", () => {
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
      const paths = pathsTo(schema, typeName);
      expect(paths).not.toEqual([]);
      const named = getNamedType(fieldOf(typeName, name).type);
      // Under a name of its own: on the way to it may stand a field that is called the same.
      const selection = `lookedFor: ${name} ${isObjectType(named) ? selectAll(schema, named.name, 0) : ""}`;
      const isShownTo = async (reader: Reader) => {
        const client = await clientOf(api, reader, seeds);
        const filled = await Promise.all(
          paths.map(async (path) => {
            const asked = path.replace("%", selection);
            const document = `query ($id: ID) { ${asked} ${path.includes("$id") ? "" : "asked: case(id: $id) { __typename }"} }`;
            const { data, errors } = await client.query(document, { id: seeds.own.id });
            expect(errors).toEqual([]);
            return isFilled(valuesAt(data, "lookedFor"));
          }),
        );
        return filled.includes(true);
      };
      const shown = new Map(
        await Promise.all(readers.map(async (reader) => [reader, await isShownTo(reader)] as const)),
      );
      expect(readers.filter((reader) => row?.[reader] === "no" && shown.get(reader))).toEqual([]);
      // Where nobody finds anything, the test has shown nothing.
      expect([...shown.values()]).toContain(true);
    },
  );
});

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
  const probes = new Map<string, Probe | undefined>();
  for (const { name } of fieldsOf(schema.getQueryType())) probes.set(`Query.${name}`, queryProbes[`Query.${name}`]);
  for (const field of fieldsOf(schema.getMutationType())) {
    const name = `Mutation.${field.name}`;
    probes.set(name, isCaseAction(field) ? actionProbe(api, schema, seeds, field.name) : mutationProbes[name]);
  }
  const answers = new Map<string, MatrixRow>();
  for (const [name, probe] of probes) {
    const row: Record<string, Level> = {};
    for (const reader of readers) row[reader] = (await probe?.(await clientOf(api, reader, seeds), seeds)) ?? "no";
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
