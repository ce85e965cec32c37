import { buildSchema, type IntrospectionOutputTypeRef, introspectionFromSchema } from "graphql";

/**
 * What the console's cache must know of the schema: which types stand behind a union or an interface, and which fields can
 * be null. Descriptions, arguments and inputs are left out, so that it is a few kilobytes.
 */
export function cacheSchema(sdl: string): object {
  const { __schema: schema } = introspectionFromSchema(buildSchema(sdl), { descriptions: false });
  const named = ({ kind, name }: { readonly kind: string; readonly name: string }) => ({ kind, name });
  const types = schema.types.flatMap((type): object[] => {
    if (type.name.startsWith("__")) return [];
    if (type.kind === "UNION") return [{ ...named(type), possibleTypes: type.possibleTypes.map(named) }];
    if (type.kind !== "OBJECT" && type.kind !== "INTERFACE") return [];
    const fields = type.fields.map((field) => ({ name: field.name, type: shortened(field.type), args: [] }));
    const possible = type.kind === "INTERFACE" ? { possibleTypes: type.possibleTypes.map(named) } : {};
    return [{ ...named(type), fields, interfaces: type.interfaces.map(named), ...possible }];
  });
  const { queryType, mutationType, subscriptionType } = schema;
  return { __schema: { queryType, mutationType, subscriptionType, types } };
}

function shortened(ref: IntrospectionOutputTypeRef): object {
  return ref.kind === "NON_NULL" || ref.kind === "LIST"
    ? { kind: ref.kind, ofType: shortened(ref.ofType) }
    : { kind: ref.kind, name: ref.name };
}
