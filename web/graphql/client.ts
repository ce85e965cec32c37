import { stringifyDocument } from "@urql/core";
import { type CacheExchangeOpts, cacheExchange } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { persistedExchange } from "@urql/exchange-persisted";
import { Client, fetchExchange, mapExchange, subscriptionExchange } from "urql";
import schema from "../../schema/cache-schema.json" with { type: "json" };
import { type Answers, lastRead } from "./last-read.ts";
import { optimistic } from "./optimistic.ts";
import { fetchAsViewer } from "./session.ts";
import { sha256 } from "./sha256.ts";
import { openStream } from "./stream.ts";

export interface ClientSettings {
  /** Names, refusals and errors come in this language. */
  readonly language: string;
  /** What was last read, also by the client of another language. */
  readonly answers?: Answers;
  /** The session ended. The page keeps its place and what was typed; only who asks is no longer known. */
  readonly onSignedOut: () => void;
}

/** What has an id is kept under it; money, reasons and the like belong to what holds them. */
const keys: NonNullable<CacheExchangeOpts["keys"]> = new Proxy(
  {},
  { get: () => (data: { readonly id?: unknown }) => (typeof data.id === "string" ? data.id : null) },
);

const resolvers: NonNullable<CacheExchangeOpts["resolvers"]> = {
  Query: {
    approvals: relayPagination(),
    clockBreaches: relayPagination(),
    reopenableCases: relayPagination(),
    // What was begun or handed in has just said all that is asked of it.
    quiz: (_parent, { id }) => ({ __typename: "Quiz", id }),
  },
};

/** One client for one language: what the cache holds was written for its reader. */
export function makeClient({ language, answers, onSignedOut }: ClientSettings): Client {
  const headers = { "accept-language": language };
  const stream = openStream(headers);
  return new Client({
    url: "/graphql",
    preferGetMethod: false,
    fetchOptions: { headers },
    fetch: fetchAsViewer,
    exchanges: [
      lastRead(answers),
      mapExchange({
        onError: ({ graphQLErrors }) => {
          if (graphQLErrors.some(({ extensions }) => extensions["code"] === "UNAUTHENTICATED")) onSignedOut();
        },
      }),
      cacheExchange({ schema, keys, resolvers, optimistic }),
      persistedExchange({
        enforcePersistedQueries: true,
        enableForMutation: true,
        enableForSubscriptions: true,
        preferGetForPersistedQueries: false,
        generateHash: async (text) => sha256(text),
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ variables, extensions }, { query, context }) => ({
          subscribe: (observer) => ({
            unsubscribe: stream({ query: stringifyDocument(query), variables, extensions }, observer, () =>
              context["onBack"]?.(),
            ),
          }),
        }),
      }),
    ],
  });
}
