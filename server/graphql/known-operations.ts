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

/** Turns the hash of a committed document into its text before Apollo looks at the request. */
export function knownOperations(operations: KnownOperations): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ request }) {
      const hash = hashOf(request.extensions);
      const known = hash === null ? undefined : operations[hash];
      if (known !== undefined) request.query = known;
      // Apollo's own persisted queries learn any document from anybody, so they never see a hash.
      if (request.extensions !== undefined) delete request.extensions["persistedQuery"];
    },
  };
}

/** Refuses a document that was never committed from whoever may not ask freely, before it is parsed or judged. */
export function refuseUnknown(
  operations: KnownOperations,
  production: boolean,
): (ctx: RequestContext, asked: unknown) => void {
  const texts = new Set(Object.values(operations));
  return (ctx, asked) => {
    if (typeof asked !== "object" || asked === null || !("query" in asked) || typeof asked.query !== "string") return;
    if (!texts.has(asked.query) && !mayAskFreely(ctx, production)) throw notKnown();
  };
}

export function hashOf(extensions: Readonly<Record<string, unknown>> | null | undefined): string | null {
  const persisted = extensions?.["persistedQuery"];
  if (typeof persisted !== "object" || persisted === null || !("sha256Hash" in persisted)) return null;
  return typeof persisted.sha256Hash === "string" ? persisted.sha256Hash : null;
}
