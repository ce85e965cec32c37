import { useEffect } from "react";
import { type QueueView, readQueueAddress } from "../../desk/queue-address.ts";

const place = "redress.queue.home";

/** Where the queue opens for this person, as this browser last heard it: an address has to be there at once. */
export function readHome(search: URLSearchParams, view: QueueView): URLSearchParams {
  if (search.size > 0) return search;
  return new URLSearchParams(localStorage.getItem(place) ?? { view });
}

/** Remembers what the server says of it; null: the desk's own choice, undefined: not known yet. */
export function useKeptHome(address: string | null | undefined): void {
  useEffect(
    function keep() {
      if (address === null) localStorage.removeItem(place);
      else if (address !== undefined) localStorage.setItem(place, address);
    },
    [address],
  );
}

export const readAddress = (search: URLSearchParams, view: QueueView) => readQueueAddress(readHome(search, view), view);
