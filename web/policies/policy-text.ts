import type { ResultOf } from "gql.tada";
import { graphql } from "../graphql/graphql.ts";
import type { Language } from "../i18n/language.ts";
import { type Amount, amountText, readAmount, typedAmount } from "../ui/amount.ts";

export const PolicyTextFragment = graphql(`
  fragment PolicyText_content on PolicyContent {
    title { zh en }
    timeZone
    windowDays
    windows { reason days }
    proofNeeded
    acceptedProofs
    identityNeededAbove { minor currency }
    goodsStateNeededFor
    rows {
      when {
        reasons networks channels merchantAnswers currencies
        amountAbove { minor currency }
        amountAtMost { minor currency }
        daysMoreThan daysAtMost
        transactionFound amountRefundable withinWindow proofPresent identityConfirmed goodsAccepted
      }
      outcome
      straightThrough
      approvals
      because { zh en }
      sentence { zh en }
    }
    otherwise {
      when {
        reasons networks channels merchantAnswers currencies
        amountAbove { minor currency }
        amountAtMost { minor currency }
        daysMoreThan daysAtMost
        transactionFound amountRefundable withinWindow proofPresent identityConfirmed goodsAccepted
      }
      outcome
      straightThrough
      approvals
      because { zh en }
      sentence { zh en }
    }
    agentDecidesUpTo { minor currency }
    supervisorGrantsUpTo { minor currency }
    autoLimit { minor currency }
    arrivalWorkingDaysFrom
    arrivalWorkingDaysTo
    appealWindowDays
    reopenWindowDays
    feesBorneBy
    feeBasisPoints
    feeFixed { minor currency }
    responsibilities { step { zh en } who { zh en } what { zh en } }
    publicText { zh en }
  }
`);

/** What is written of a draft, with the revision that it is of: neither is ever read without the other. */
export const DraftTextFragment = graphql(
  `fragment DraftText_draft on PolicyDraft { id revision kind note content { ...PolicyText_content } }`,
  [PolicyTextFragment],
);

export type PolicyText = ResultOf<typeof PolicyTextFragment>;
export type TableRow = PolicyText["rows"][number];
export type Cells = TableRow["when"];

export const emptyCells: Cells = {
  ...{ reasons: null, networks: null, channels: null, merchantAnswers: null, currencies: null },
  ...{ amountAbove: null, amountAtMost: null, daysMoreThan: null, daysAtMost: null },
  ...{ transactionFound: null, amountRefundable: null, withinWindow: null },
  ...{ proofPresent: null, identityConfirmed: null, goodsAccepted: null },
};

export const yesNoFacts = [
  "transactionFound",
  "amountRefundable",
  "withinWindow",
  "proofPresent",
  "identityConfirmed",
  "goodsAccepted",
] as const;

/** A row that somebody begins; the server makes its sentence when it is saved. */
export function newRow(when: Cells = emptyCells): TableRow {
  const nothing = { zh: "", en: "" };
  return { when, outcome: "REVIEW", straightThrough: false, approvals: [], because: nothing, sentence: nothing };
}

/** "CNY 200.00, USD 30.00", "CNY 200.00、USD 30.00": limits as people read them. */
export function limitsText(limits: readonly Amount[], language: Language): string {
  return limits.map(amountText).join(language === "en" ? ", " : "、");
}

/** As people type them. */
export function typedLimits(limits: readonly Amount[]): string {
  return limits.map((limit) => `${limit.currency} ${typedAmount(limit)}`).join(", ");
}

/** Null where a part of it is no amount; an empty field is no limit at all. */
export function readLimits(typed: string): readonly Amount[] | null {
  const parts = typed
    .split(/\n|[,，、;；](?!\d{3}(?:\D|$))/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const limits = parts.map((part) => {
    const [, currency = "", amount = ""] = /^([A-Za-z]{3})\s*([\d,.]+)$/.exec(part) ?? [];
    return currency === "" ? null : readAmount(amount, currency.toUpperCase());
  });
  return limits.every((limit) => limit !== null) ? limits : null;
}
