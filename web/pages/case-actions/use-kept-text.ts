import { useMemo } from "react";
import { type DraftShape, useDraft } from "../../ui/drafts/use-draft.ts";

interface Kept {
  readonly text: string;
  readonly key: string;
}

/** What is being written, with the key under which it will be sent: it outlives a reload and a session that ended. */
export function useKeptText(name: string, makeKey: () => string) {
  const shape = useMemo(
    (): DraftShape<Kept> => ({ fresh: () => ({ text: "", key: makeKey() }), read: readKept }),
    [makeKey],
  );
  const { value, change, clear } = useDraft(`text.${name}`, shape);
  return { text: value.text, key: value.key, setText: (text: string) => change({ ...value, text }), clear };
}

function readKept(kept: unknown): Kept | null {
  const isKept =
    typeof kept === "object" &&
    kept !== null &&
    "text" in kept &&
    "key" in kept &&
    typeof kept.text === "string" &&
    typeof kept.key === "string";
  return isKept ? { text: String(kept.text), key: String(kept.key) } : null;
}
