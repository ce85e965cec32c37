import { useContext, useMemo, useSyncExternalStore } from "react";
import { isKeptKey, type KeptKey, keyFor } from "../../graphql/one-key.ts";
import type { MessageThread } from "../../graphql/words.ts";
import {
  draftPlace,
  dropDraft,
  keepDraft,
  parseDraft,
  rawDraft,
  subscribeToDrafts,
} from "../../ui/drafts/draft-store.ts";
import { DraftOwner } from "../../ui/drafts/use-draft.ts";

interface Kept {
  readonly text: string;
  /** What was sent last and may have arrived. */
  readonly sent: KeptKey | null;
  /** The last event that was seen when the first word was written; null before it. */
  readonly since: number | null;
}

const nothing: Kept = { text: "", sent: null, since: null };

/**
 * What is being written in each thread of a case, with the key under which it will be sent: it outlives a reload and a
 * session that ended. Whatever an answer changes, it changes in the thread that it belongs to, and on what stands there by then.
 */
export function useKeptText(caseId: string, thread: MessageThread | undefined, latest: number) {
  const owner = useContext(DraftOwner);
  const at = (of: MessageThread) => draftPlace(owner, `text.${caseId}.${of}`);
  const raw = useSyncExternalStore(subscribeToDrafts, () => (thread === undefined ? null : rawDraft(at(thread))));
  const { text, since } = useMemo(() => readKept(raw), [raw]);

  function change(of: MessageThread, part: (now: Kept) => Partial<Kept>): void {
    const now = readKept(rawDraft(at(of)));
    keepDraft(at(of), { ...now, ...part(now) });
  }
  function write(of: MessageThread, make: (text: string) => string): void {
    change(of, (now) => {
      const text = make(now.text);
      // Where nothing is left, the same words another day are meant again. What is on its way stands in the text still.
      const sent = text.trim() === "" ? null : now.sent;
      return { text, sent, since: isBegun(now) ? now.since : latest };
    });
  }

  return {
    text,
    /** What came after it is news to whoever writes. */
    since: text.trim() === "" ? latest : (since ?? latest),
    write,
    /** The writer has looked at what came meanwhile. */
    seen: (of: MessageThread) => change(of, () => ({ since: latest })),
    /** Kept before it is sent, so that a reload in between finds the same words under the same key. */
    keyOf(of: MessageThread, words: unknown): string {
      const sent = keyFor(readKept(rawDraft(at(of))).sent, words);
      change(of, () => ({ sent }));
      return sent.key;
    },
    /** It is said; what was typed behind it since stays. */
    leave(of: MessageThread, said: string): void {
      const rest = behind(readKept(rawDraft(at(of))).text, said);
      if (rest === "") dropDraft(at(of));
      else keepDraft(at(of), { ...nothing, text: rest, since: latest } satisfies Kept);
    },
  };
}

const gap = "\n\n";

/** Two texts in one box, neither of them lost. */
export const joined = (first: string, then: string): string =>
  then.trim() === "" ? first : first.trim() === "" ? then : `${first}${gap}${then}`;

/** What stands behind the words that are on their way; all of it where they have been changed since. */
export function behind(text: string, said: string): string {
  if (text === said) return "";
  return text.startsWith(said + gap) ? text.slice(said.length + gap.length) : text;
}

const isBegun = ({ text, since }: Kept): boolean => text.trim() !== "" && since !== null;

function readKept(raw: string | null): Kept {
  const kept = parseDraft(raw);
  if (typeof kept !== "object" || kept === null || !("text" in kept) || typeof kept.text !== "string") return nothing;
  return {
    text: kept.text,
    sent: "sent" in kept && isKeptKey(kept.sent) ? kept.sent : null,
    since: "since" in kept && typeof kept.since === "number" ? kept.since : null,
  };
}
