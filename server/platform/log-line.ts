/**
 * All that a log line may say: ids, codes, counts and durations. A name, an address, an amount or what someone wrote never
 * has a key here, so it cannot be logged by mistake: a field that is not on this list is left out and named in `left`.
 */
export const loggedFields = [
  "pid",
  "requestId",
  "reference",
  "operation",
  "operationKind",
  "method",
  "route",
  "status",
  "durationMs",
  "actorId",
  "role",
  "caseId",
  "merchantId",
  "transactionId",
  "refundId",
  "disputeId",
  "referralId",
  "evidenceId",
  "importId",
  "exportId",
  "approvalId",
  "heldMessageId",
  "thingId",
  "chain",
  "sequence",
  "action",
  "code",
  "codes",
  "provider",
  "attempt",
  "job",
  "jobId",
  "count",
  "counts",
  "bytes",
  "processRole",
  "address",
  "version",
  "signal",
  "err",
] as const;
type LoggedField = (typeof loggedFields)[number];

/** Words alone, or with fields of the list: another field does not compile, also where it comes out of a spread. */
interface WriteLine {
  (words: string): void;
  <F extends object>(fields: F & Readonly<Record<Exclude<keyof F, LoggedField>, never>>, words: string): void;
}

/** What whoever has something to say is handed. */
export type Log = Readonly<Record<"debug" | "info" | "warn" | "error", WriteLine>>;
