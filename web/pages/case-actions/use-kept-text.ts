import { useMemo } from "react";
import { type DraftShape, useDraft } from "../../ui/drafts/use-draft.ts";

interface Kept {
  readonly text: string;
  readonly key: string;
  /** The last event that was seen when the first word was written; null before it. */
  readonly since: number | null;
}

/** What is being written, with the key under which it will be sent: it outlives a reload and a session that ended. */
export function useKeptText(name: string, makeKey: () => string, latest: number) {
  const shape = useMemo(
    (): DraftShape<Kept> => ({ fresh: () => ({ text: "", key: makeKey(), since: null }), read: readKept }),
    [makeKey],
  );
  const { value, change, clear } = useDraft(`text.${name}`, shape);
  return {
    text: value.text,
    key: value.key,
    /** What came after it is news to whoever writes. */
    since: value.text.trim() === "" ? latest : (value.since ?? latest),
    setText: (text: string) => {
      const isBegun = value.text.trim() !== "" && value.since !== null;
      change({ ...value, text, since: isBegun ? value.since : latest });
    },
    /** The writer has looked at what came meanwhile. */
    seen: () => change({ ...value, since: latest }),
    clear,
  };
}

function readKept(kept: unknown): Kept | null {
  const isKept =
    typeof kept === "object" &&
    kept !== null &&
    "text" in kept &&
    "key" in kept &&
    typeof kept.text === "string" &&
    typeof kept.key === "string";
  if (!isKept) return null;
  const since = "since" in kept && typeof kept.since === "number" ? kept.since : null;
  return { text: String(kept.text), key: String(kept.key), since };
}
