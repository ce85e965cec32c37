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

/** What is being written of a template, over which version, and what was sent of it last. */
export interface TemplateWriting {
  /** Of the fields that somebody has touched, and of no other. */
  readonly words: Partial<TemplateWords>;
  /** Null: of a new one. */
  readonly version: number | null;
  readonly sent: KeptKey | null;
}

export interface StoredTemplate extends Omit<TemplateWords, "thread"> {
  readonly id: string;
  readonly version: number;
  readonly thread: MessageThread;
  readonly active: boolean;
}

const empty: TemplateWords = { thread: "CUSTOMER", nameZh: "", nameEn: "", bodyZh: "", bodyEn: "" };

/** Of a new one nothing is stored. */
export function wordsOf(stored: StoredTemplate | null): TemplateWords {
  return { ...empty, ...readWords(stored) };
}

/** Of what was written, what is otherwise than in another text. */
export function wordsBeside(written: Partial<TemplateWords>, other: TemplateWords): Partial<TemplateWords> {
  const isBeside = ([name, text]: [string, string]) => text !== other[name as keyof TemplateWords];
  return Object.fromEntries(Object.entries(written).filter(isBeside)) as Partial<TemplateWords>;
}

/** As it was kept in this browser; null where it is not what we would keep. */
export function readWriting(kept: unknown): TemplateWriting | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { words, version, sent } = kept as Partial<Record<keyof TemplateWriting, unknown>>;
  if (typeof words !== "object" || words === null) return null;
  if (version !== null && typeof version !== "number") return null;
  return { words: readWords(words), version, sent: isKeptKey(sent) ? sent : null };
}

function readWords(told: object | null): Partial<TemplateWords> {
  const given: Partial<Record<keyof TemplateWords, unknown>> = { ...told };
  const { nameZh, nameEn, bodyZh, bodyEn } = given;
  const thread = templateThreads.find((one) => one === given.thread);
  return {
    ...(thread !== undefined && { thread }),
    ...(typeof nameZh === "string" && { nameZh }),
    ...(typeof nameEn === "string" && { nameEn }),
    ...(typeof bodyZh === "string" && { bodyZh }),
    ...(typeof bodyEn === "string" && { bodyEn }),
  };
}
