import type { ProofKind } from "../../evidence/domain/proof-kinds.ts";

/** What a policy can look at in a case. Amounts are minor units of the sale's currency; days are whole days. */
export interface PolicyFacts {
  readonly amountMinor: number;
  readonly currency: string;
  readonly reason: string;
  readonly daysSinceSale: number;
  readonly withinWindow: boolean;
  readonly proofPresent: boolean;
  readonly merchantAnswer: string;
  readonly transactionFound: boolean;
  readonly amountRefundable: boolean;
  readonly identityConfirmed: boolean;
}

/** A test of one fact. All tests of a row must hold. */
export type Condition =
  | { readonly fact: keyof PolicyFacts; readonly is: string | number | boolean }
  | { readonly fact: keyof PolicyFacts; readonly in: readonly (string | number)[] }
  | { readonly fact: keyof PolicyFacts; readonly atMost: number }
  | { readonly fact: keyof PolicyFacts; readonly atLeast: number };

export type PolicyOutcome = "APPROVE" | "DECLINE" | "REVIEW";

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
}

/** Who must agree above the agent's own limit, by currency; a currency that is not named always needs the first approval. */
export interface ApprovalTier {
  readonly permission: "approval.first" | "approval.second";
  /** From this amount (exclusive), in minor units, by ISO 4217 code. */
  readonly aboveMinor: Readonly<Record<string, number>>;
}

/** A policy as data: window, proofs, decision table, approval tiers, windows, responsibilities and the public text. */
export interface PolicyContent {
  readonly title: BilingualText;
  readonly windowDays: number;
  readonly proof: { readonly needed: boolean; readonly anyOf: readonly ProofKind[] };
  readonly identityNeededAboveMinor: Readonly<Record<string, number>>;
  readonly goodsStateNeededFor: readonly string[];
  readonly rows: readonly PolicyRow[];
  readonly otherwise: PolicyRow;
  readonly approvalTiers: readonly ApprovalTier[];
  /** Usual time until the money has arrived, in working days. */
  readonly arrivalWorkingDays: { readonly from: number; readonly to: number };
  readonly appealWindowDays: number;
  readonly reopenWindowDays: number;
  readonly feesBorneBy: "MERCHANT" | "CUSTOMER";
  readonly responsibilities: readonly { readonly step: string; readonly who: BilingualText; readonly what: BilingualText }[];
  readonly publicText: BilingualText;
}

/** Which row decided, and what each row before it failed on. Kept with the decision, so that it can be replayed. */
export interface PolicyTrace {
  readonly rowNumber: number | null;
  readonly outcome: PolicyOutcome;
  readonly straightThrough: boolean;
  readonly because: BilingualText;
  readonly rows: readonly { readonly rowNumber: number; readonly hit: boolean; readonly failed: Condition | null }[];
}
