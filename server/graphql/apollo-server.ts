import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { Log } from "../platform/log-line.ts";
import type { RequestContext } from "../request-context.ts";
import { formatError } from "./format-error.ts";
import { type KnownOperations, knownOperations } from "./known-operations.ts";
import { limitRules, MOST_TOKENS } from "./limits.ts";
import { noSubscriptions } from "./no-subscriptions.ts";
import { plainTextOnly } from "./plain-text-only.ts";

export interface ApiSettings {
  readonly schema: GraphQLSchema;
  readonly production: boolean;
  readonly operations: KnownOperations;
  readonly log: Log;
  readonly plugins?: readonly ApolloServerPlugin<RequestContext>[];
}

/** The API behind `/graphql`: no introspection, suggestions or stack traces in production. */
export function makeApolloServer({
  schema,
  production,
  operations,
  log,
  plugins = [],
}: ApiSettings): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    introspection: !production,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MOST_TOKENS },
    // Apollo would learn any document that somebody sends with its hash.
    persistedQueries: false,
    validationRules: [...limitRules],
    formatError: formatError(log),
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (message) => log.warn(String(message)),
      error: (message) => log.error(String(message)),
    },
    // fastify closes it; nothing here listens to signals.
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // No answer is kept anywhere (`common-headers`), so no field is asked how long it could be.
      ApolloServerPluginCacheControlDisabled(),
      plainTextOnly,
      noSubscriptions,
      knownOperations(operations),
      ...plugins,
    ],
  });
}
