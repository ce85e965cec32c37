/** How a record stands. EXPIRED and MISSED are never stored: they follow from the day. */
export const recordStates = [
  "ASSIGNED",
  "STARTED",
  "PASSED",
  "FAILED",
  "WAIVED",
  "WITHDRAWN",
  "EXPIRED",
  "MISSED",
] as const;
export type RecordState = (typeof recordStates)[number];
export type StoredRecordState = Exclude<RecordState, "EXPIRED" | "MISSED">;

/** Why somebody has a record: a trainer's hand, their own, a rule, or a file from outside. */
export const recordCauses = ["HAND", "SELF", "ROLE", "POLICY", "EXPIRY", "IMPORT", "WAIVER"] as const;
export type RecordCause = (typeof recordCauses)[number];

/** What a cell of the matrix says of one person and one course. */
export const standings = ["VALID", "LAPSING", "ASSIGNED", "OVERDUE", "LAPSED", "MISSING", "NOT_NEEDED"] as const;
export type Standing = (typeof standings)[number];

/** Cells that are a gap: the person needs the course, and nothing says that they know it. */
export const gapStandings: readonly Standing[] = ["OVERDUE", "LAPSED", "MISSING"];

export const ruleKinds = ["ROLE", "POLICY", "EXPIRY"] as const;
export type RuleKind = (typeof ruleKinds)[number];

export const questionKinds = ["SINGLE", "MULTIPLE"] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** What becomes of certificates that are out when a course's validity changes. */
export const certificateFates = ["KEEP", "RECOUNT"] as const;
export type CertificateFate = (typeof certificateFates)[number];

export const reminderKinds = ["DUE_SOON", "OVERDUE", "LAPSING", "LAPSED"] as const;
export type ReminderKind = (typeof reminderKinds)[number];
