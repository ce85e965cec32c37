import { fromGlobalId, type Id } from "../kernel/ids.ts";

/** The row's id behind a Relay id of this type; null for a foreign or garbled one, which then is simply not there. */
export function rowId(globalId: string, type: string): Id | null {
  const ref = fromGlobalId(globalId);
  return ref !== null && ref.type === type ? ref.id : null;
}
