import { useSyncExternalStore } from "react";

const readers = new Set<() => void>();
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = new Date();
  for (const tell of readers) tell();
}

function subscribe(tell: () => void): () => void {
  readers.add(tell);
  if (timer === undefined) {
    now = new Date();
    timer = setInterval(tick, 60_000);
  }
  return () => {
    readers.delete(tell);
    if (readers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** This minute. One timer for the whole page, so that all clocks turn together. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => now);
}
