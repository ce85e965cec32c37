import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { newId } from "../kernel/ids.ts";
import { ourMistake } from "../kernel/our-mistake.ts";
import type { Log } from "../platform/log-line.ts";

/** What a caller is told when the mistake is ours: nothing of the inside, and a reference under which it is logged. */
export function formatError(log: Log): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const original = unwrapResolverError(error);
    if (isCallersOwn(original)) return { ...formatted, extensions: { code: "BAD_USER_INPUT" } };
    // Errors that we or graphql-js made on purpose speak for themselves; anything else was not foreseen.
    if (original instanceof GraphQLError && formatted.extensions?.["code"] !== "INTERNAL_SERVER_ERROR")
      return formatted;
    const reference = newId();
    log.error({ err: original, reference }, "a request failed by our own mistake");
    return {
      message: ourMistake(reference),
      ...(formatted.path !== undefined && { path: formatted.path }),
      extensions: { code: "INTERNAL_SERVER_ERROR", reference },
    };
  };
}

/** What graphql-js says of arguments and variables without a code by which Apollo would know it for the caller's mistake. */
function isCallersOwn(error: unknown): boolean {
  if (!(error instanceof GraphQLError) || error.extensions["code"] !== undefined) return false;
  return /^(Argument "\w+" (of (required|non-null) type|has invalid value)|Too many errors processing variables)/.test(
    error.message,
  );
}
