import {
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from "graphql";

/** Everything that can be selected below a type without arguments, so many objects deep: what a curious reader would ask. */
export function selectAll(schema: GraphQLSchema, typeName: string, depth: number): string {
  const type = schema.getType(typeName);
  if (isAbstractType(type)) {
    const each = schema.getPossibleTypes(type).map(({ name }) => `... on ${name} ${selectAll(schema, name, depth)}`);
    return `{ __typename ${each.join(" ")} }`;
  }
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${typeName} has no fields`);
  const selected = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
    const named = getNamedType(field.type);
    const plain = !isObjectType(named) && !isAbstractType(named);
    if (plain) return [field.name];
    // A page and its edges are no step deeper.
    const steps = /(Connection|Edge)$/.test(named.name) ? 0 : 1;
    return depth - steps < 0 ? [] : [`${field.name} ${selectAll(schema, named.name, depth - steps)}`];
  });
  return `{ __typename ${selected.join(" ")} }`;
}
