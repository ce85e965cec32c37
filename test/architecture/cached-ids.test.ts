import { readFile } from "node:fs/promises";
import path from "node:path";
import {
  buildSchema,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionNode,
} from "graphql";
import { expect, test } from "vitest";

const schemaFolder = path.resolve(import.meta.dirname, "..", "..", "schema");
const read = (name: string) => readFile(path.join(schemaFolder, name), "utf8");

/**
 * What has an id is kept under it. Asked for with its id by one operation and without by another, the second answer would
 * hide what the first knew: a colleague's name turned into "Support agent" the moment a case changed.
 */
test("every operation of the console asks for the id of whatever has one", async () => {
  const schema = buildSchema(await read("schema.graphql"));
  const operations: Readonly<Record<string, string>> = JSON.parse(await read("operations.json"));
  const texts = Object.values(operations);
  expect(texts.length).toBeGreaterThan(50);
  expect(texts.flatMap((text) => withoutId(schema, text))).toEqual([]);
});

function withoutId(schema: GraphQLSchema, text: string): readonly string[] {
  const { definitions } = parse(text);
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
  );
  return definitions.flatMap((one) => {
    if (one.kind !== Kind.OPERATION_DEFINITION) return [];
    const root = schema.getRootType(one.operation);
    return lacking(root ?? null, one.selectionSet.selections, one.name?.value ?? "", fragments);
  });
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The paths below that lead to something with an id and do not ask for it. */
function lacking(
  type: GraphQLNamedType | null,
  selections: readonly SelectionNode[],
  at: string,
  fragments: Fragments,
): readonly string[] {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const asked = Map.groupBy(fieldsOf(selections, fragments), ({ alias, name }) => (alias ?? name).value);
  const below = [...asked].flatMap(([key, fields]) => {
    const field = type.getFields()[fields[0]?.name.value ?? ""];
    const inner = fields.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
    return field === undefined ? [] : lacking(getNamedType(field.type), inner, `${at}.${key}`, fragments);
  });
  const hasId = "id" in type.getFields() && !asked.has("id");
  return hasId ? [at, ...below] : below;
}

function fieldsOf(selections: readonly SelectionNode[], fragments: Fragments): readonly FieldNode[] {
  return selections.flatMap((one) => {
    if (one.kind === Kind.FIELD) return [one];
    const held = one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value);
    return held === undefined ? [] : fieldsOf(held.selectionSet.selections, fragments);
  });
}
