import type { ProofKind } from "../../evidence/domain/proof-kinds.ts";
import { type Day, daysBetween } from "../../kernel/day.ts";
import type { Money } from "../../kernel/money.ts";
import { isWithin, windowDaysFor } from "../../policies/domain/evaluate.ts";
import type { PolicyContent } from "../../policies/domain/policy-content.ts";
import type { CaseFacts, SaleFacts } from "./case-facts.ts";
import { type CheckKind, type CheckOutcome, checkKinds } from "./checks.ts";
import type { CaseChannel, CaseOrigin, CaseReason } from "./words.ts";

/** What data can say about the checks of a case. Days are those of the policy's time zone. */
export interface CheckSources {
  readonly policy: PolicyContent;
  readonly reason: CaseReason;
  readonly origin: CaseOrigin;
  readonly amount: Money;
  /** The day of the request: what is in time then does not become late while the desk works. */
  readonly askedOn: Day;
  readonly transactionId: string | null;
  readonly sale: (SaleFacts & { readonly soldOn: Day }) | null;
  /** What has been attached to the case, one entry a file. */
  readonly evidence: readonly ProofKind[];
  readonly merchantAnswer: CaseFacts["merchantAnswer"];
  /** The card's network; null while no sale is known. */
  readonly network: string | null;
  readonly channel: CaseChannel;
}

/** How a check stands. `basis` spells the fact that it rests on; a person's word stands as long as that stays the same. */
export interface CheckRecord {
  readonly outcome: CheckOutcome;
  readonly automatic: boolean;
  readonly basis: string;
}

export type CheckRecords = Readonly<Record<CheckKind, CheckRecord>>;

interface Finding {
  readonly outcome: CheckOutcome;
  readonly basis: string;
}

const find: Readonly<Record<CheckKind, (sources: CheckSources) => Finding>> = {
  TRANSACTION_FOUND: ({ sale, transactionId, amount }) => {
    if (sale === null) return { outcome: "FAILED", basis: "none" };
    const matches = sale.currency === amount.currency;
    return { outcome: matches ? "PASSED" : "FAILED", basis: `${transactionId} in ${sale.currency}` };
  },
  AMOUNT_REFUNDABLE: ({ sale, amount }) => {
    if (sale === null) return { outcome: "PENDING", basis: "no sale" };
    const left = sale.capturedMinor - sale.refundedMinor - sale.inFlightMinor - sale.chargedBackMinor;
    const covered = sale.currency === amount.currency && amount.minor <= left;
    return covered ? { outcome: "PASSED", basis: "covered" } : { outcome: "FAILED", basis: "not covered" };
  },
  WITHIN_WINDOW: ({ sale, askedOn, policy, reason }) => {
    if (sale === null) return { outcome: "PENDING", basis: "no sale" };
    const [days, window] = [daysBetween(sale.soldOn, askedOn), windowDaysFor(policy, reason)];
    return { outcome: days <= window ? "PASSED" : "FAILED", basis: windowBasis(days, window) };
  },
  PROOF_PRESENT: ({ policy: { proof }, evidence }) => {
    if (!proof.needed) return { outcome: "NOT_NEEDED", basis: "not needed" };
    const accepted = evidence.filter((kind) => proof.anyOf.includes(kind)).length;
    return { outcome: accepted > 0 ? "PASSED" : "PENDING", basis: `${accepted} accepted` };
  },
  IDENTITY_CONFIRMED: ({ policy, amount, origin }) => {
    // Whoever comes by way of their own bank has been made sure of there.
    if (origin === "BANK") return { outcome: "PASSED", basis: "the bank's cardholder" };
    const small = isWithin(policy.identityNeededAboveMinor, amount.minor, amount.currency);
    return small ? { outcome: "NOT_NEEDED", basis: "small amount" } : { outcome: "PENDING", basis: "large amount" };
  },
  GOODS_STATE: ({ policy, reason, merchantAnswer }) => {
    if (!policy.goodsStateNeededFor.includes(reason)) return { outcome: "NOT_NEEDED", basis: "no goods in question" };
    // The shop has the goods, or has agreed to what is said of them.
    if (merchantAnswer === "CONFIRMED") return { outcome: "PASSED", basis: "the shop confirms" };
    return { outcome: "PENDING", basis: "the shop has not confirmed" };
  },
};

/**
 * The checks as they stand now: what data answers, and what people have recorded as long as the fact under it is the same.
 * Where a person said no and the fact then changed, data never turns it into a yes by itself: it is asked again.
 */
export function deriveChecks(sources: CheckSources, recorded: ReadonlyMap<CheckKind, CheckRecord>): CheckRecords {
  return Object.fromEntries(
    checkKinds.map((kind) => [kind, derive(find[kind](sources), recorded.get(kind))]),
  ) as Record<CheckKind, CheckRecord>;
}

/** The fact under a check as it is now, to be kept with what a person records. */
export function basisOf(kind: CheckKind, sources: CheckSources): string {
  return find[kind](sources).basis;
}

function derive(found: Finding, before: CheckRecord | undefined): CheckRecord {
  if (before === undefined || before.automatic) return { ...found, automatic: true };
  if (before.basis === found.basis) return before;
  const doubted = before.outcome === "FAILED" || before.outcome === "PENDING";
  if (doubted && (found.outcome === "PASSED" || found.outcome === "PENDING")) {
    return { outcome: "PENDING", automatic: false, basis: found.basis };
  }
  return { ...found, automatic: true };
}

/** The day after the sale on which the request came, and how many the policy gives. */
export interface WindowDay {
  readonly day: number;
  readonly of: number;
}

function windowBasis(day: number, of: number): string {
  return `day ${day} of ${of}`;
}

/** The days behind the check of the window, as they were when it was made; null of any other basis. */
export function windowDayOf(basis: string | null): WindowDay | null {
  const [, day, of] = /^day (-?\d+) of (\d+)$/.exec(basis ?? "") ?? [];
  return day === undefined || of === undefined ? null : { day: Number(day), of: Number(of) };
}
