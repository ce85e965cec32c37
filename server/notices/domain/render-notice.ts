import type { Bilingual } from "../../kernel/calendar.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import { formatMoney, money } from "../../kernel/money.ts";
import {
  type KeptAmount,
  type KeptFields,
  type NoticeField,
  type NoticeFieldType,
  noticeFields,
} from "./notice-fields.ts";
import type { NoticeText } from "./notice-text.ts";

/** What is filled in only when a notice is sent or shown: what was written, who is meant, and the links. */
export interface FilledFields {
  readonly colleagues?: string | null;
  readonly message?: string | null;
  readonly link?: string | null;
  readonly answerLink?: string | null;
  /** The last paragraph of an e-mail. */
  readonly signOff?: string | null;
}

export interface RenderedNotice {
  readonly subject: string;
  readonly body: string;
  readonly sms: string | null;
}

type Locale = "zh-CN" | "en";

/**
 * A text as its reader sees it. A paragraph that speaks of what is not there is left out, and so is a sentence of a short
 * message behind its first, which says what it is about.
 */
export function renderNotice(
  text: NoticeText,
  kept: KeptFields,
  { signOff = null, ...filled }: FilledFields,
  locale: Locale,
): RenderedNotice {
  const values = wordsOf({ ...kept, ...filled }, locale);
  const isWhole = (part: string) => placeholdersIn(part).every((name) => values.has(name));
  const paragraphs = text.body.split("\n\n").filter(isWhole);
  const [sms, ...more] = text.sms?.split(betweenSentences) ?? [];
  const fill = (words: string) => words.replace(placeholder, (_, name: string) => values.get(name) ?? "");
  return {
    // A subject is a header of its message: whatever is filled in stays on its line.
    subject: fill(text.subject).replace(/\s+/g, " ").trim(),
    body: [...paragraphs.map(fill), ...(signOff === null ? [] : [signOff])].join("\n\n"),
    sms:
      sms === undefined
        ? null
        : fill([sms, ...more.filter(isWhole)].join(""))
            .replace(/\s+/g, " ")
            .trim(),
  };
}

/** In English a link ends a sentence without a stop, which would be read as a part of it. */
const betweenSentences = /(?<=[。！？])|(?<=[.!?}] )(?=[A-Z])/;

const placeholder = /\{([A-Za-z0-9]+)\}/g;

/** The names between braces, in their order. */
export function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].map(([, name]) => name ?? "");
}

function wordsOf(values: KeptFields & Omit<FilledFields, "signOff">, locale: Locale): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || !isField(name)) continue;
    words.set(name, toWords[noticeFields[name]](value, locale));
  }
  return words;
}

function isField(name: string): name is NoticeField {
  return name in noticeFields;
}

const asText = (value: unknown) => String(value);
const inLanguage = (value: unknown, locale: Locale) => {
  const { zh, en } = value as Bilingual;
  return locale === "zh-CN" ? zh : en;
};

/** How each type of field is written out. Values come from our own rows, by the types of `KeptFields`. */
const toWords: Readonly<Record<NoticeFieldType, (value: unknown, locale: Locale) => string>> = {
  TEXT: asText,
  PEOPLE: asText,
  MESSAGE: asText,
  LINK: asText,
  MONEY: (value, locale) => {
    const { minor, currency } = value as KeptAmount;
    return formatMoney(money(BigInt(minor), currency), locale);
  },
  NAME: inLanguage,
  SENTENCE: inLanguage,
  INSTANT: (value, locale) => dayInWords(deskDay(new Date(asText(value))), locale),
  DAY: (value, locale) => dayInWords(asText(value), locale),
};

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "2026年11月26日", "26 November 2026". */
function dayInWords(day: string, locale: Locale): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return locale === "zh-CN" ? `${year}年${month}月${date}日` : `${date} ${months[month - 1]} ${year}`;
}
