/** What is wrong with a row of a case's chain, in the auditor's words. */
export const chainFaults = [
  "HASH_DIFFERS",
  "PREVIOUS_HASH_DIFFERS",
  "SEQUENCE_BROKEN",
  "HEAD_DIFFERS",
  "STATE_DIFFERS",
  "MESSAGE_DIFFERS",
  "MESSAGE_MISSING",
  "MESSAGE_UNKNOWN",
] as const;
export type ChainFault = (typeof chainFaults)[number];

/** Who had everything verified. */
export const auditRunCauses = ["COMMAND", "NIGHTLY"] as const;
export type AuditRunCause = (typeof auditRunCauses)[number];
