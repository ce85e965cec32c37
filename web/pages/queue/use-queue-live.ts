import { useState } from "react";
import type { toCaseFilter } from "../../desk/queue-address.ts";
import { useLive } from "../../graphql/use-live.ts";
import { QueueChangedSubscription } from "./queue-operations.ts";

/** What has come to a list and what has left it since it was read. */
export interface Moved {
  readonly of: string;
  readonly arrived: ReadonlySet<string>;
  readonly left: ReadonlySet<string>;
  /** The page was not looked at for a while, and may have missed something. */
  readonly away: boolean;
}

/**
 * Cases on the list change in place, through the cache; those that come or go wait for the reader, so that nothing jumps
 * under the hand.
 */
export function useQueueLive(
  list: string,
  filter: ReturnType<typeof toCaseFilter>,
  shown: readonly { readonly id: string }[],
  onCount: () => void,
) {
  const fresh: Moved = { of: list, arrived: new Set(), left: new Set(), away: false };
  const [kept, setMoved] = useState<Moved>(fresh);
  const moved = kept.of === list ? kept : fresh;
  useLive({
    query: QueueChangedSubscription,
    variables: { filter },
    onChange: ({ queueChanged: { id, case: found } }) => {
      onCount();
      const isHere = shown.some((one) => one.id === id);
      setMoved((before) => {
        const { arrived, left, away } = before.of === list ? before : fresh;
        const [came, went] = [new Set(arrived), new Set(left)];
        came.delete(id);
        went.delete(id);
        if (found !== null && !isHere) came.add(id);
        if (found === null && isHere) went.add(id);
        return { of: list, arrived: came, left: went, away };
      });
    },
    onReturn: () => {
      onCount();
      setMoved({ ...moved, away: true });
    },
  });
  return { moved, settle: () => setMoved(fresh) };
}
