import type { DraftShape } from "../../ui/drafts/use-draft.ts";

export interface WordingText {
  readonly subject: string;
  readonly body: string;
  readonly sms: string | null;
}

/** The words alone: what comes from the cache carries its type's name, which no input has. */
export function wordsOf({ subject, body, sms }: WordingText): WordingText {
  return { subject, body, sms };
}

export function isSameWording(one: WordingText, other: WordingText): boolean {
  return one.subject === other.subject && one.body === other.body && one.sms === other.sms;
}

/** What is being written of a wording, and over which of its versions; null: over whichever stands then. */
interface WordingDraft {
  readonly text: WordingText;
  readonly over: number | null;
}

export const draftPlaceOf = (kind: string, locale: string): string => `wording.${kind}.${locale}`;

export const wordingDraft: DraftShape<WordingDraft | null> = {
  fresh: () => null,
  read(kept) {
    if (typeof kept !== "object" || kept === null) return null;
    const { text, over } = kept as Partial<Record<keyof WordingDraft, unknown>>;
    if (typeof text !== "object" || text === null || (over !== null && typeof over !== "number")) return null;
    const { subject, body, sms } = text as Partial<Record<keyof WordingText, unknown>>;
    if (typeof subject !== "string" || typeof body !== "string" || (sms !== null && typeof sms !== "string"))
      return null;
    return { text: { subject, body, sms }, over };
  },
};
