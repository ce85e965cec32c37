/**
 * What the desk proves by hashes. Cases and samples are chains of events; published texts are kept beside the hash of each;
 * the hash of a file stands in the event that brought it.
 */
export const chainNames = ["CASE", "SAMPLE", "POLICY", "COURSE", "EVIDENCE"] as const;
export type ChainName = (typeof chainNames)[number];

/** What is wrong with a row that does not verify, in the auditor's words. */
export const chainFaults = [
  "HASH_DIFFERS",
  "PREVIOUS_HASH_DIFFERS",
  "SEQUENCE_BROKEN",
  "HEAD_DIFFERS",
  "STATE_DIFFERS",
  "MESSAGE_DIFFERS",
  "MESSAGE_MISSING",
  "MESSAGE_UNKNOWN",
  "TEXT_DIFFERS",
  "FILE_DIFFERS",
  "FILE_MISSING",
  "FILE_UNKNOWN",
] as const;
export type ChainFault = (typeof chainFaults)[number];

/** Who had everything verified. */
export const auditRunCauses = ["COMMAND", "NIGHTLY"] as const;
export type AuditRunCause = (typeof auditRunCauses)[number];
