import { useState } from "react";
import { newKey } from "./new-key.ts";

/** A key, and the words that were sent under it. */
export interface KeptKey {
  readonly of: string;
  readonly key: string;
}

/** One intention, one key: the same words sent again after a lost answer keep it, and other words have another. */
export function keyFor(before: KeptKey | null, words: unknown): KeptKey {
  const of = JSON.stringify(words);
  return before?.of === of ? before : { of, key: newKey() };
}

export const isKeptKey = (kept: unknown): kept is KeptKey =>
  typeof kept === "object" &&
  kept !== null &&
  "of" in kept &&
  "key" in kept &&
  typeof kept.of === "string" &&
  typeof kept.key === "string";

/** The keys of a form that is not kept beyond its page. `forget` once it is done: the same words again are meant again. */
export function useOneKey() {
  const [keys] = useState(() => new Map<string, string>());
  return {
    of(words: unknown): string {
      const of = JSON.stringify(words);
      const key = keys.get(of) ?? newKey();
      keys.set(of, key);
      return key;
    },
    forget: () => keys.clear(),
  };
}
