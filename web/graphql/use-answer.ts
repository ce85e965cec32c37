import { type AnyVariables, createRequest, type UseQueryArgs, useQuery } from "urql";

/**
 * A query whose answer somebody acts on. The client goes on holding what was told of an earlier choice, while the next is
 * under way, while nothing is asked and where the asking failed; here an answer is there only for just what is asked now.
 * `stale`: it is asked anew, and this is what was answered before.
 */
export function useAnswer<Data, Variables extends AnyVariables>(args: UseQueryArgs<Variables, Data>) {
  const [state, again] = useQuery(args);
  const { key } = createRequest(args.query, args.variables);
  const isOfThis = args.pause !== true && !state.fetching && state.operation?.key === key;
  const error = isOfThis ? state.error : undefined;
  const data = isOfThis && error === undefined ? state.data : undefined;
  const fetching = args.pause !== true && !isOfThis;
  return [{ data, error, fetching, stale: isOfThis && state.stale }, again] as const;
}
