import { isKeptKey, type KeptKey } from "../../graphql/one-key.ts";
import type { MessageThread } from "../../graphql/words.ts";

export const templateThreads = ["CUSTOMER", "MERCHANT", "BANK"] as const;

export interface TemplateWords {
  readonly thread: (typeof templateThreads)[number];
  readonly nameZh: string;
  readonly nameEn: string;
  readonly bodyZh: string;
  readonly bodyEn: string;
}

/** A template as it is being written, over which version, and what was sent of it last. */
export interface TemplateWriting {
  readonly words: TemplateWords;
  /** Null: of a new one. */
  readonly version: number | null;
  readonly sent: KeptKey | null;
}

interface Stored extends Omit<TemplateWords, "thread"> {
  readonly thread: MessageThread;
  readonly version: number;
}

const empty: TemplateWords = { thread: "CUSTOMER", nameZh: "", nameEn: "", bodyZh: "", bodyEn: "" };

export function writingOf(stored: Stored | null): TemplateWriting {
  return { words: readWords(stored) ?? empty, version: stored?.version ?? null, sent: null };
}

/** As it was kept in this browser; null where it is not what we would keep. */
export function readWriting(kept: unknown): TemplateWriting | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { words, version, sent } = kept as Partial<Record<keyof TemplateWriting, unknown>>;
  const read = readWords(words);
  if (read === null || (version !== null && typeof version !== "number")) return null;
  return { words: read, version, sent: isKeptKey(sent) ? sent : null };
}

function readWords(told: unknown): TemplateWords | null {
  if (typeof told !== "object" || told === null) return null;
  const { thread, ...texts } = told as Partial<Record<keyof TemplateWords, unknown>>;
  const [nameZh, nameEn, bodyZh, bodyEn] = [texts.nameZh, texts.nameEn, texts.bodyZh, texts.bodyEn];
  if (typeof nameZh !== "string" || typeof nameEn !== "string") return null;
  if (typeof bodyZh !== "string" || typeof bodyEn !== "string") return null;
  return { thread: templateThreads.find((one) => one === thread) ?? "CUSTOMER", nameZh, nameEn, bodyZh, bodyEn };
}
