import type { ApprovalSubjectKind } from "./words.ts";

/** How long a request may wait: until it is raised to whoever leads the desk, and until it lapses. */
export interface ApprovalTerms {
  readonly escalatesAfterHours: number;
  readonly expiresAfterDays: number;
}

export const approvalTerms: Readonly<Record<ApprovalSubjectKind, ApprovalTerms>> = {
  ROLE: { escalatesAfterHours: 24, expiresAfterDays: 14 },
  REFUND: { escalatesAfterHours: 24, expiresAfterDays: 7 },
  MANUAL_REFUND: { escalatesAfterHours: 24, expiresAfterDays: 7 },
  // A whole text is read before it is agreed to.
  POLICY_VERSION: { escalatesAfterHours: 72, expiresAfterDays: 30 },
  CHECK_WAIVER: { escalatesAfterHours: 24, expiresAfterDays: 7 },
};

const hour = 3_600_000;

export function datesOf(kind: ApprovalSubjectKind, openedAt: Date): { escalatesAt: Date; expiresAt: Date } {
  const { escalatesAfterHours, expiresAfterDays } = approvalTerms[kind];
  return {
    escalatesAt: new Date(openedAt.getTime() + escalatesAfterHours * hour),
    expiresAt: new Date(openedAt.getTime() + expiresAfterDays * 24 * hour),
  };
}
