import { useState } from "react";
import { type AnyVariables, createRequest, type UseQueryArgs, useClient, useQuery } from "urql";

/**
 * A query whose answer somebody acts on. The client goes on holding what was told of an earlier choice, while the next is
 * under way, while nothing is asked and where the asking failed; here an answer is there only for just what is asked now.
 * `stale`: it is asked anew, and this is what was answered before; so is what is asked in another language now, by another
 * client, so that nobody loses the form that stands on it.
 */
export function useAnswer<Data, Variables extends AnyVariables>(args: UseQueryArgs<Variables, Data>) {
  const client = useClient();
  const [state, isSame, again] = useAsked(args);
  const [answeredBy, setAnsweredBy] = useState(client);
  const isAnswered = isSame && !state.fetching;
  // Of what is not asked nothing stood on the page when the language was changed.
  if ((isAnswered || args.pause === true) && answeredBy !== client) setAnsweredBy(client);
  const isBeforeSwitch = isSame && state.fetching && answeredBy !== client;
  const error = isAnswered ? state.error : undefined;
  const data = (isAnswered || isBeforeSwitch) && state.error === undefined ? state.data : undefined;
  const fetching = args.pause !== true && !isAnswered && data === undefined;
  return [{ data, error, fetching, stale: isBeforeSwitch || (isAnswered && state.stale) }, again] as const;
}

/**
 * A query whose answer is shown, and followed: it stays while it is asked anew, and where that failed, beside the error.
 * Of an earlier choice nothing is shown.
 */
export function useShown<Data, Variables extends AnyVariables>(args: UseQueryArgs<Variables, Data>) {
  const [state, isSame, again] = useAsked(args);
  const data = isSame ? state.data : undefined;
  const error = isSame && !state.fetching ? state.error : undefined;
  return [{ data, error, fetching: args.pause !== true && data === undefined && error === undefined }, again] as const;
}

/** What the client holds, and whether it was told of just what is asked now. */
function useAsked<Data, Variables extends AnyVariables>(args: UseQueryArgs<Variables, Data>) {
  const [state, again] = useQuery(args);
  const { key } = createRequest(args.query, args.variables);
  return [state, args.pause !== true && state.operation?.key === key, again] as const;
}
