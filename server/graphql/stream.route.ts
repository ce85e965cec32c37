import type { FastifyInstance, FastifyRequest } from "fastify";
import {
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { createHandler } from "graphql-sse/lib/use/fastify";
import type { RequestContext } from "../request-context.ts";
import { hashOf, type KnownOperations, mayAskFreely, notKnown } from "./known-operations.ts";
import { limitRules, MOST_TOKENS } from "./limits.ts";
import { refuseBrokenLiterals, refuseBrokenText } from "./plain-text-only.ts";

export interface StreamParts {
  readonly schema: GraphQLSchema;
  readonly production: boolean;
  readonly operations: KnownOperations;
  readonly contextOf: (request: FastifyRequest) => Promise<RequestContext>;
  /** Where the console is served; a page of another origin is refused. */
  readonly publicUrl: string;
}

/** A stream is ended after so long; the client opens it again, and who it is gets asked anew. */
const LONGEST_STREAM_MS = 10 * 60_000;

/** Subscriptions, as server-sent events on `/graphql/stream`. Apollo does not see these requests, so the same limits stand here again. */
export function streamRoutes(parts: StreamParts) {
  return async (app: FastifyInstance): Promise<void> => {
    const handler = createHandler<Record<PropertyKey, unknown>>({
      onSubscribe: async ({ raw }, params) => prepare(parts, raw, params),
    });
    app.route({
      url: "/graphql/stream",
      method: ["GET", "POST"],
      handler: async (request, reply) => {
        const { origin } = request.headers;
        if (origin !== undefined && origin !== new URL(parts.publicUrl).origin) {
          return reply.code(403).send({ code: "FORBIDDEN", message: "This page is not the desk's." });
        }
        // For a body such as null the library would wait for one that has long been read.
        if (request.method === "POST" && (typeof request.body !== "object" || request.body === null)) {
          return reply.code(400).send({ code: "BAD_REQUEST", message: "The body must be a JSON object." });
        }
        const end = setTimeout(() => reply.raw.end(), LONGEST_STREAM_MS);
        reply.raw.once("close", () => clearTimeout(end));
        return handler(request, reply);
      },
    });
  };
}

/** The context as a plain record, which is how the library carries it. */
type PreparedArgs = ExecutionArgs & { readonly contextValue: Record<PropertyKey, unknown> };

interface AskedParams {
  readonly operationName?: string | null | undefined;
  readonly query?: unknown;
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly extensions?: Record<string, unknown> | null | undefined;
}

async function prepare(
  parts: StreamParts,
  raw: FastifyRequest,
  params: AskedParams,
): Promise<PreparedArgs | ExecutionResult> {
  const { schema, production, operations } = parts;
  const contextValue = await parts.contextOf(raw);
  const hash = hashOf(params.extensions);
  const known = hash === null ? undefined : operations[hash];
  const query = known ?? (typeof params.query === "string" ? params.query : "");
  if (known === undefined && !Object.values(operations).includes(query) && !mayAskFreely(contextValue, production))
    return { errors: [notKnown()] };
  try {
    refuseBrokenText(params.variables);
    const document = parse(query, { maxTokens: MOST_TOKENS });
    refuseBrokenLiterals(query, document);
    const rules = [...specifiedRules, ...limitRules, ...(production ? [NoSchemaIntrospectionCustomRule] : [])];
    const errors = validate(schema, document, rules);
    if (errors.length > 0) return { errors };
    return {
      schema,
      document,
      contextValue: { ...contextValue },
      variableValues: params.variables ?? {},
      operationName: params.operationName ?? null,
    };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}
