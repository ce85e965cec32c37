import { execute, type GraphQLSchema, parse, validate } from "graphql";
import type { RequestContext } from "../request-context.ts";

/** Asks the desk's own API from inside, as whoever the context speaks for: no more is answered than they may see. */
export type Ask = (ctx: RequestContext, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** A question that does not fit the schema is found at start, not by its first reader. */
export function prepareAsk(schema: GraphQLSchema, text: string): Ask {
  const document = parse(text);
  const [fault] = validate(schema, document);
  if (fault !== undefined) throw fault;
  return async (contextValue, variableValues) => {
    const { data, errors } = await execute({ schema, document, contextValue, variableValues });
    const [failure] = errors ?? [];
    if (failure !== undefined) throw failure;
    return data;
  };
}
