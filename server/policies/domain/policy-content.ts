import type { ProofKind } from "../../evidence/domain/proof-kinds.ts";

/**
 * What a policy can look at in a case, as plain JSON: it is kept with each decision, so that the decision can be replayed.
 * Amounts are minor units of the sale's currency. A check counts as answered yes when it passed, was waived or is not needed.
 */
export interface PolicyFacts {
  readonly amountMinor: number;
  readonly currency: string;
  readonly reason: string;
  /** Whole days from the sale to the request; null while no sale is known. */
  readonly daysSinceSale: number | null;
  readonly merchantAnswer: string;
  readonly transactionFound: boolean;
  readonly amountRefundable: boolean;
  readonly withinWindow: boolean;
  readonly proofPresent: boolean;
  readonly identityConfirmed: boolean;
  readonly goodsAccepted: boolean;
  /** The card's network; absent where no sale is known, and in decisions of before policies asked. */
  readonly network?: string;
  /** By which door the request came; absent in decisions of before policies asked. */
  readonly channel?: string;
  /** What has gone back over the same payment, or is on its way; absent where nothing is, and in decisions of before limits counted it. */
  readonly alreadyBackMinor?: number;
}

type FactOf<T> = { [F in keyof PolicyFacts]-?: PolicyFacts[F] extends T ? F : never }[keyof PolicyFacts];
export type YesNoFact = FactOf<boolean>;
export type WordFact = FactOf<string | undefined>;

/** What a word's fact says where the case does not know it. */
export const unknownWord = "UNKNOWN";

/** Limits in minor units by ISO 4217 code. An amount in a currency that is not named is never within them. */
export type AmountLimits = Readonly<Record<string, number>>;

/** A test of one fact. All tests of a row must hold. */
export type Condition =
  | { readonly fact: YesNoFact; readonly is: boolean }
  | { readonly fact: WordFact; readonly in: readonly string[] }
  | { readonly fact: "daysSinceSale"; readonly atMost: number }
  | { readonly fact: "daysSinceSale"; readonly moreThan: number }
  | { readonly fact: "amount"; readonly atMost: AmountLimits }
  | { readonly fact: "amount"; readonly above: AmountLimits };

export const policyOutcomes = ["APPROVE", "DECLINE", "REVIEW"] as const;
export type PolicyOutcome = (typeof policyOutcomes)[number];

export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

/** One row of the decision table; the first row whose conditions all hold decides. */
export interface PolicyRow {
  readonly when: readonly Condition[];
  readonly outcome: PolicyOutcome;
  /** APPROVE without anybody's hand. */
  readonly straightThrough: boolean;
  readonly because: BilingualText;
  /** Levels that must agree whatever the amount, beside those that the amount asks for. */
  readonly approvals?: readonly ApprovalPermission[];
}

/** The levels of agreement above the agent's own limit, in the order in which they are given. */
export const approvalPermissions = ["approval.first", "approval.second"] as const;
export type ApprovalPermission = (typeof approvalPermissions)[number];

/** Who must agree above an amount, by currency; in a currency that is not named they must always agree. */
export interface ApprovalTier {
  readonly permission: ApprovalPermission;
  readonly aboveMinor: AmountLimits;
}

/** What a refund costs: a share of it in hundredths of a per cent, and a fixed part by currency. */
export interface FeeRate {
  readonly basisPoints: number;
  readonly fixedMinor: AmountLimits;
}

/** Who pays what a refund costs. */
export const feeBearers = ["MERCHANT", "CUSTOMER"] as const;
export type FeeBearer = (typeof feeBearers)[number];

/** One step of the road, and who answers for it. */
export interface Responsibility {
  readonly step: BilingualText;
  readonly who: BilingualText;
  readonly what: BilingualText;
}

/** A policy as data: window, proofs, decision table, approval tiers, windows, responsibilities and the public text. */
export interface PolicyContent {
  readonly title: BilingualText;
  /** IANA zone in which its days are counted. */
  readonly timeZone: string;
  /** Days from the sale within which a request is in time; the day of the sale is day 0. */
  readonly windowDays: number;
  /** Reasons with a window of their own, e.g. money that was taken by mistake. */
  readonly windowDaysByReason: Readonly<Record<string, number>>;
  readonly proof: { readonly needed: boolean; readonly anyOf: readonly ProofKind[] };
  /** Above this, somebody makes sure who is asking; in a currency that is not named, always. */
  readonly identityNeededAboveMinor: AmountLimits;
  readonly goodsStateNeededFor: readonly string[];
  readonly rows: readonly PolicyRow[];
  readonly otherwise: PolicyRow;
  readonly approvalTiers: readonly ApprovalTier[];
  /** Nothing above this goes without a person's hand, whatever a row says; absent: the rows alone decide. */
  readonly autoLimitMinor?: AmountLimits;
  /** Usual time until the money has arrived, in working days. */
  readonly arrivalWorkingDays: { readonly from: number; readonly to: number };
  readonly appealWindowDays: number;
  readonly reopenWindowDays: number;
  readonly feesBorneBy: FeeBearer;
  /** Absent: a refund costs nothing. */
  readonly fee?: FeeRate;
  readonly responsibilities: readonly Responsibility[];
  readonly publicText: BilingualText;
}

/** How one row of the table fared: it fits, or the first of its tests that failed. */
export interface TracedRow {
  readonly rowNumber: number;
  readonly hit: boolean;
  readonly failed: Condition | null;
}

/** Which row decided, and what each row before it failed on. Kept with the decision, so that it can be replayed. */
export interface PolicyTrace {
  /** Counts from one; null where no row fits and `otherwise` decides. */
  readonly rowNumber: number | null;
  readonly outcome: PolicyOutcome;
  readonly straightThrough: boolean;
  readonly because: BilingualText;
  readonly rows: readonly TracedRow[];
  /** The row's own levels of agreement, where it names any. */
  readonly approvals?: readonly ApprovalPermission[];
  /** It would have gone without anybody's hand but for what went back over the same payment before. */
  readonly aboveTogether?: true;
}
