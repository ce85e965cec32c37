import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isNonNullType, isObjectType } from "graphql";

/** How to come from one case, or from a query without arguments, to the fields of a type: selections with `%` at their end. */
export function pathsTo(schema: GraphQLSchema, target: string, longest = 6): string[] {
  const found: string[] = [];
  const query = schema.getQueryType();
  if (query == null) return found;
  walk(
    query,
    (inner) => inner,
    [],
    (text) => found.push(text),
    target,
    longest,
  );
  return found;
}

function walk(
  type: GraphQLObjectType,
  wrap: (inner: string) => string,
  seen: readonly string[],
  tell: (text: string) => void,
  target: string,
  left: number,
): void {
  if (type.name === target) {
    tell(wrap("%"));
    return;
  }
  if (left === 0 || seen.includes(type.name)) return;
  for (const field of Object.values(type.getFields())) {
    const named = getNamedType(field.type);
    if (!isObjectType(named)) continue;
    const args = argumentsOf(
      `${type.name}.${field.name}`,
      field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined),
    );
    if (args === null) continue;
    walk(named, (inner) => wrap(`${field.name}${args} { ${inner} }`), [...seen, type.name], tell, target, left - 1);
  }
}

/** What queries that need an argument are asked with: the seeded case, and the end of its card. */
const known: Readonly<Record<string, string>> = { "Query.case": "(id: $id)", "Query.search": '(text: "1111")' };

function argumentsOf(field: string, needed: boolean): string | null {
  return known[field] ?? (needed ? null : "");
}
