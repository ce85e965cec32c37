import type { Bilingual } from "../../kernel/calendar.ts";

/**
 * What a text can speak of, and how each is written out. MESSAGE, PEOPLE and LINK are not kept in the outbox: what somebody
 * wrote is read from its thread, colleagues' names from their accounts, and a link is made, when the notice is sent.
 */
export const noticeFields = {
  caseNumber: "TEXT",
  amount: "MONEY",
  merchant: "NAME",
  cardLast4: "TEXT",
  voucher: "TEXT",
  paidAt: "INSTANT",
  answerBy: "INSTANT",
  arrivesOn: "DAY",
  agency: "NAME",
  agencyAddress: "TEXT",
  stillOpen: "SENTENCE",
  role: "NAME",
  course: "NAME",
  matter: "NAME",
  endpoint: "TEXT",
  cases: "TEXT",
  dueOn: "DAY",
  colleagues: "PEOPLE",
  message: "MESSAGE",
  link: "LINK",
  answerLink: "LINK",
} as const satisfies Readonly<
  Record<string, "TEXT" | "MONEY" | "NAME" | "SENTENCE" | "INSTANT" | "DAY" | "PEOPLE" | "MESSAGE" | "LINK">
>;
export type NoticeField = keyof typeof noticeFields;
export type NoticeFieldType = (typeof noticeFields)[NoticeField];

/** An amount as the outbox keeps it: minor units as text, since JSON has no whole numbers of that size. */
export interface KeptAmount {
  readonly minor: string;
  readonly currency: string;
}

interface KeptAs {
  readonly TEXT: string;
  readonly MONEY: KeptAmount;
  readonly NAME: Bilingual;
  readonly SENTENCE: Bilingual;
  /** ISO 8601, UTC. */
  readonly INSTANT: string;
  /** YYYY-MM-DD. */
  readonly DAY: string;
}

type KeptField = { [F in NoticeField]: (typeof noticeFields)[F] extends keyof KeptAs ? F : never }[NoticeField];

/** What the outbox keeps of a notice: plain facts, no name of a person and nothing that anybody wrote. */
export type KeptFields = {
  readonly [F in KeptField]?: KeptAs[(typeof noticeFields)[F] & keyof KeptAs];
} & {
  /** Whom `colleagues` names. */
  readonly colleagueIds?: readonly string[];
};
