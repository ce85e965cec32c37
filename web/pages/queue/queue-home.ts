import { useCallback, useEffect, useState } from "react";
import { type QueueView, readQueueAddress } from "../../desk/queue-address.ts";
import { keep, kept } from "../../ui/browser-store.ts";
import { ownPlace } from "../../ui/own-things.ts";

/**
 * Where the queue opens for this person, as this browser last heard it: an address has to be there at once. It stays as it is
 * while the queue is open, so that nothing turns under the hand.
 */
export function useQueueHome(viewerId: string, view: QueueView, isQueue: boolean) {
  const place = ownPlace(viewerId, "queue-home");
  const [home, setHome] = useState(() => (isQueue ? kept("localStorage", place) : null) ?? `view=${view}`);
  const read = useCallback(
    (search: URLSearchParams) => readQueueAddress(search.size > 0 ? search : new URLSearchParams(home), view),
    [home, view],
  );
  return {
    read,
    /** What the server says of it; null: the desk's own choice. Gone to at once only where nobody has touched anything. */
    keep(address: string | null, isTouched: boolean): void {
      keep("localStorage", place, address);
      if (!isTouched) setHome(address ?? `view=${view}`);
    },
  };
}

/** Once the server's word is there: the first time it may still be followed. */
export function useKeptHome(
  { keep }: ReturnType<typeof useQueueHome>,
  address: string | null | undefined,
  isTouched: boolean,
): void {
  const [isFirst, setFirst] = useState(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the server's word is waited for.
  useEffect(
    function hear() {
      if (address === undefined) return;
      keep(address, isTouched || !isFirst);
      setFirst(false);
    },
    [address],
  );
}
