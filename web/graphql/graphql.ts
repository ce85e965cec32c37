import { initGraphQLTada } from "gql.tada";
import type { DocumentNode } from "graphql";
import type { introspection } from "../../schema/graphql-env.d.ts";

const tada = initGraphQLTada<{
  introspection: introspection;
  scalars: { BigInt: string; CurrencyCode: string; DateTime: string; Day: string; UUID: string };
}>();

/** Every operation and fragment that this entry has loaded; the list of persisted operations is made from it. */
export const documents = new Set<DocumentNode>();

/** The one door to the schema: all documents of the web are written through it, typed, and remembered for the persisted list. */
export const graphql = new Proxy(tada, {
  apply(target, self, input) {
    const document: DocumentNode = Reflect.apply(target, self, input);
    documents.add(document);
    return document;
  },
});
