import type { introspection } from "../../schema/graphql-env.d.ts";

type Types = introspection["types"];
type Word<Name extends keyof Types> = Types[Name] extends { readonly enumValues: infer Values }
  ? Values & string
  : never;

// The schema's own words, under its own names: a word that it gains or loses is a compile error wherever all are listed.
export type CaseState = Word<"CaseState">;
export type CaseStage = Word<"CaseStage">;
export type CaseOutcome = Word<"CaseOutcome">;
export type CaseOrigin = Word<"CaseOrigin">;
export type CaseChannel = Word<"CaseChannel">;
export type CaseOrder = Word<"CaseOrder">;
export type CaseReason = Word<"CaseReason">;
export type CaseAction = Word<"CaseAction">;
export type CaseEventKind = Word<"CaseEventKind">;
export type CheckKind = Word<"CheckKind">;
export type CheckOutcome = Word<"CheckOutcome">;
export type ClockOwner = Word<"ClockOwner">;
export type ClockState = Word<"ClockState">;
export type ClockUnit = Word<"ClockUnit">;
export type DayReason = Word<"DayReason">;
export type MessageThread = Word<"MessageThread">;
export type Role = Word<"Role">;
export type PolicyOutcome = Word<"PolicyOutcome">;
export type RefundState = Word<"RefundState">;
export type ReferralState = Word<"ReferralState">;
export type ReferralStep = Word<"ReferralStep">;
export type AgencyOutcome = Word<"AgencyOutcome">;
export type ProofKind = Word<"ProofKind">;
export type RefundAttemptAnswer = Word<"RefundAttemptAnswer">;
export type RefundAttemptOperation = Word<"RefundAttemptOperation">;
export type RefundMode = Word<"RefundMode">;
// Not in the schema yet.
export type DisputeState =
  | "INQUIRY"
  | "INQUIRY_ANSWERED"
  | "NOTIFIED"
  | "CHARGEBACK"
  | "REPRESENTED"
  | "PRE_ARBITRATION"
  | "ARBITRATION"
  | "WON"
  | "LOST"
  | "ACCEPTED"
  | "LAPSED"
  | "PREVENTED"
  | "RETURNED";
export type DisputeStep =
  | "ANSWER_INQUIRY"
  | "RECEIVE_CHARGEBACK"
  | "REPRESENT"
  | "ACCEPT"
  | "OPEN_PRE_ARBITRATION"
  | "ANSWER_PRE_ARBITRATION"
  | "FILE_ARBITRATION"
  | "LAPSE";
export type BankRuling = "CHARGEBACK_UPHELD" | "MERCHANT_MUST_REFUND" | "MERCHANT_UPHELD" | "RETURNED_UNRESOLVED";
export type CardNetwork = "VISA" | "MASTERCARD" | "AMEX" | "DISCOVER" | "UNIONPAY" | "OTHER";
export type ImportKind = "SETTLEMENT" | "BANK_DISPUTES";
export type ImportState = "RUNNING" | "DONE" | "FAILED";
export type TransactionKind = "SALE" | "PREAUTHORIZATION" | "COMPLETION" | "VOID" | "REFUND";
