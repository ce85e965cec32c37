import { useState } from "react";
import { withoutCardNumbers } from "../parts/without-card-numbers.ts";

const placeOf = (keptAs: string) => `redress.words.${keptAs}`;

/** What was typed and not sent yet, of an earlier form of that name or before the page was loaded anew. */
export function keptWords(keptAs: string): string {
  return localStorage.getItem(placeOf(keptAs)) ?? "";
}

/** Words that outlive their form: a phone that takes a photo may forget the page meanwhile, and what was asked may be settled. */
export function useKeptWords(keptAs: string): readonly [words: string, write: (words: string) => void] {
  const [words, setWords] = useState(() => keptWords(keptAs));
  function write(typed: string): void {
    setWords(typed);
    if (typed === "") localStorage.removeItem(placeOf(keptAs));
    else localStorage.setItem(placeOf(keptAs), withoutCardNumbers(typed));
  }
  return [words, write];
}
