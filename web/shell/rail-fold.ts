import { useSyncExternalStore } from "react";
import { keep, kept } from "../ui/browser-store.ts";

const place = "redress.rail";
const readers = new Set<() => void>();

/** What the reader chose; null while they have not. */
function chosenFold(): boolean | null {
  const chosen = kept("localStorage", place);
  return chosen === null ? null : chosen === "folded";
}

export function foldRail(folded: boolean): void {
  keep("localStorage", place, folded ? "folded" : "open");
  for (const tell of readers) tell();
}

function subscribe(tell: () => void): () => void {
  readers.add(tell);
  return () => readers.delete(tell);
}

/** Folded as the reader chose; until then only beside a case, whose story needs the width more than the rail's words do. */
export function useRailFold(pathname: string): boolean {
  return useSyncExternalStore(subscribe, chosenFold) ?? pathname.startsWith("/cases/");
}
