import type { Bilingual } from "../../kernel/calendar.ts";
import type { GateCourse } from "../../staff/domain/gate-courses.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import type { ApprovalState, BarReason } from "./words.ts";

/** Every reason for which somebody may not decide a request, with what the reader needs to understand it. */
export type ApprovalRefusal =
  | { readonly code: "NOT_OPEN"; readonly state: Exclude<ApprovalState, "OPEN"> }
  | { readonly code: "EXPIRED"; readonly at: Date }
  | { readonly code: "NOT_YOUR_LEVEL"; readonly needs: Permission }
  | { readonly code: "OUT_OF_TURN"; readonly next: Permission }
  | { readonly code: "OWN_PROPOSAL" }
  | { readonly code: BarReason }
  | { readonly code: "ALREADY_DECIDED" }
  | { readonly code: "DELEGATE_OF_BARRED"; readonly name: string }
  | { readonly code: "TRAINING_MISSING"; readonly course: GateCourse }
  | { readonly code: "REASON_MISSING" }
  /** They were suspended, or left, since they asked. */
  | { readonly code: "NOT_AT_WORK" }
  /** The same of a machine: its key ran out or was revoked, or whoever made it was suspended, or left. */
  | { readonly code: "KEY_ENDED" }
  /** The subject's own rules say no, in its own words. */
  | { readonly code: "SUBJECT_REFUSES"; readonly text: Bilingual };

export type ApprovalRefusalCode = ApprovalRefusal["code"];

/** The codes as a list, for the wire. The record makes the compiler miss a code that is not here. */
const everyCode: Readonly<Record<ApprovalRefusalCode, true>> = {
  NOT_OPEN: true,
  EXPIRED: true,
  NOT_YOUR_LEVEL: true,
  OUT_OF_TURN: true,
  OWN_PROPOSAL: true,
  DECIDED_THE_CASE: true,
  WOULD_BE_PAID: true,
  AUTHOR: true,
  WOULD_GAIN: true,
  ALREADY_DECIDED: true,
  DELEGATE_OF_BARRED: true,
  TRAINING_MISSING: true,
  REASON_MISSING: true,
  NOT_AT_WORK: true,
  KEY_ENDED: true,
  SUBJECT_REFUSES: true,
};
export const approvalRefusalCodes = Object.keys(everyCode) as ApprovalRefusalCode[];
