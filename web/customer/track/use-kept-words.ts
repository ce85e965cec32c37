import { useEffect, useRef, useState } from "react";
import { isKeptKey, type KeptKey } from "../../graphql/one-key.ts";
import { keep, kept } from "../../ui/browser-store.ts";
import { withoutCardNumbers } from "../parts/without-card-numbers.ts";

const placeOf = (keptAs: string) => `redress.words.${keptAs}`;
const keyPlaceOf = (keptAs: string) => `redress.words-key.${keptAs}`;

/**
 * What was typed and not sent yet, of an earlier form of that name or before the page was loaded anew. What stands as the
 * last of its writer's messages has been sent, though its answer was lost.
 */
export function keptWords(keptAs: string, lastSaid: string | null = null): string {
  const words = kept("localStorage", placeOf(keptAs)) ?? "";
  return words.trim() === lastSaid ? "" : words;
}

/** The key of words that may have arrived, from before the page was loaded anew: sent again, they count once. */
export function keptKey(keptAs: string): KeptKey | null {
  try {
    const read: unknown = JSON.parse(kept("localStorage", keyPlaceOf(keptAs)) ?? "null");
    return isKeptKey(read) ? read : null;
  } catch {
    // Not written by us: as good as nothing kept.
    return null;
  }
}

/** Null: they have been answered, or nothing is left of them. */
export function keepKey(keptAs: string, sent: KeptKey | null): void {
  const text = sent === null ? null : JSON.stringify({ of: withoutCardNumbers(sent.of), key: sent.key });
  keep("localStorage", keyPlaceOf(keptAs), text);
}

/** Nothing is left to say. The same words another day are meant again, and have another key. */
function forget(keptAs: string): void {
  keep("localStorage", placeOf(keptAs), null);
  keepKey(keptAs, null);
}

/** Words that outlive their form: a phone that takes a photo may forget the page meanwhile, and what was asked may be settled. */
export function useKeptWords(keptAs: string, lastSaid: string | null, isUnderWay: boolean) {
  const [words, setWords] = useState(() => keptWords(keptAs, lastSaid));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stood there before is looked at once.
  useEffect(function forgetWhatWasSaid() {
    if (words === "") forget(keptAs);
  }, []);
  // Of the last press of a key, also for an answer that comes when the form is gone.
  const latest = useRef(words);
  function write(typed: string): void {
    latest.current = typed;
    setWords(typed);
    // What is under way keeps its key: its answer may be lost, and the same words then be sent again.
    if (typed.trim() === "" && !isUnderWay) forget(keptAs);
    else keep("localStorage", placeOf(keptAs), withoutCardNumbers(typed));
  }
  /** It is said; what was added meanwhile stays, and where it was rewritten, all of it. */
  function leave(said: string): void {
    const { current } = latest;
    write(current.startsWith(said) ? current.slice(said.length).trimStart() : current);
  }
  return { words, write, leave };
}
