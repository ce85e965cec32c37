import type { introspection } from "../../schema/graphql-env.d.ts";

type Types = introspection["types"];
type Word<Name extends keyof Types> = Types[Name] extends { readonly enumValues: infer Values }
  ? Values & string
  : never;

// The schema's own words, under its own names: a word that it gains or loses is a compile error wherever all are listed.
export type ApprovalBox = Word<"ApprovalBox">;
export type ApprovalState = Word<"ApprovalState">;
export type ApprovalSubjectKind = Word<"ApprovalSubjectKind">;
export type ApprovalVerdict = Word<"ApprovalVerdict">;
export type CaseState = Word<"CaseState">;
export type CaseStage = Word<"CaseStage">;
export type CaseOutcome = Word<"CaseOutcome">;
export type CaseOrigin = Word<"CaseOrigin">;
export type CaseChannel = Word<"CaseChannel">;
export type CaseOrder = Word<"CaseOrder">;
export type CaseReason = Word<"CaseReason">;
export type CaseAction = Word<"CaseAction">;
export type CaseEventKind = Word<"CaseEventKind">;
export type ChainFault = Word<"ChainFault">;
export type ExceptionKind = Word<"ExceptionKind">;
export type ExceptionStanding = Word<"ExceptionStanding">;
export type CheckKind = Word<"CheckKind">;
export type CheckOutcome = Word<"CheckOutcome">;
export type ClockOwner = Word<"ClockOwner">;
export type ClockState = Word<"ClockState">;
export type ClockUnit = Word<"ClockUnit">;
export type DayReason = Word<"DayReason">;
export type MessageThread = Word<"MessageThread">;
export type PresenceState = Word<"PresenceState">;
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
export type DisputeState = Word<"DisputeState">;
export type DisputeStep = Word<"DisputeStep">;
export type DisputeSide = Word<"DisputeSide">;
export type EvidenceNeed = Word<"EvidenceNeed">;
export type BankRuling = Word<"BankRuling">;
export type CardNetwork = Word<"CardNetwork">;
export type ImportKind = Word<"ImportKind">;
export type ImportState = Word<"ImportState">;
export type TransactionKind = Word<"TransactionKind">;
export type NoticeKind = Word<"NoticeKind">;
export type NoticeState = Word<"NoticeState">;
export type NoticeChannel = Word<"NoticeChannel">;
export type NoticeAudience = Word<"NoticeAudience">;
export type NoticeAnswer = Word<"NoticeAnswer">;
