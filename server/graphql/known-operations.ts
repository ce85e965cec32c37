import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { RequestContext } from "../request-context.ts";

/** The console's own documents by the SHA-256 of their text, as `schema/operations.json` holds them. */
export type KnownOperations = Readonly<Record<string, string>>;

/** Who may ask what was never committed: a machine with a key, or anybody while developing. */
export function mayAskFreely(ctx: Pick<RequestContext, "cameBy">, production: boolean): boolean {
  return !production || ctx.cameBy === "API_KEY";
}

export function notKnown(): GraphQLError {
  return new GraphQLError(
    "Free queries need an API key. The console sends the hash of a document that was committed with it.",
    {
      extensions: { code: "PERSISTED_QUERY_NOT_FOUND", http: { status: 400 } },
    },
  );
}

/**
 * Turns a hash into the committed document before Apollo looks at the request, and refuses every other document from
 * whoever may not ask freely. Apollo's own automatic persisted queries learn from anybody, so they are off.
 */
export function knownOperations(operations: KnownOperations, production: boolean): ApolloServerPlugin<RequestContext> {
  const texts = new Set(Object.values(operations));
  return {
    async requestDidStart({ request }) {
      const hash = hashOf(request.extensions);
      const known = hash === null ? undefined : operations[hash];
      if (known !== undefined) request.query = known;
      // Apollo would look the hash up in a cache of its own.
      if (request.extensions !== undefined) delete request.extensions["persistedQuery"];
      return {
        async didResolveSource({ contextValue, source }) {
          if (!texts.has(source) && !mayAskFreely(contextValue, production)) throw notKnown();
        },
      };
    },
  };
}

export function hashOf(extensions: Readonly<Record<string, unknown>> | null | undefined): string | null {
  const persisted = extensions?.["persistedQuery"];
  if (typeof persisted !== "object" || persisted === null || !("sha256Hash" in persisted)) return null;
  return typeof persisted.sha256Hash === "string" ? persisted.sha256Hash : null;
}
