/**
 * What people agree to. A new kind is a word here, its terms, its texts, and a row in the composition that says what
 * happens when everybody has agreed; the compiler names each that is missing.
 */
export const approvalSubjectKinds = ["REFUND", "MANUAL_REFUND", "CHECK_WAIVER", "ROLE", "POLICY_VERSION"] as const;
export type ApprovalSubjectKind = (typeof approvalSubjectKinds)[number];

/** Where a request rests. CALLED_OFF: its subject went another way before everybody had agreed. */
export const approvalStates = ["OPEN", "GRANTED", "REJECTED", "EXPIRED", "CALLED_OFF"] as const;
export type ApprovalState = (typeof approvalStates)[number];

export const approvalVerdicts = ["GRANT", "REJECT"] as const;
export type ApprovalVerdict = (typeof approvalVerdicts)[number];

/** Why somebody may not agree, whatever their level: they stand on the other side of it. */
export const barReasons = ["DECIDED_THE_CASE", "WOULD_BE_PAID", "AUTHOR", "WOULD_GAIN"] as const;
export type BarReason = (typeof barReasons)[number];
