import { defineEntity, p } from "@mikro-orm/core";
import type { AuditRunCause, ChainFault } from "./domain/words.ts";

/** What came of verifying everything. Never changed: a run that found nothing says so for its own moment only. */
export const AuditRunSchema = defineEntity({
  name: "AuditRun",
  tableName: "audit_run",
  properties: {
    id: p.uuid().primary(),
    cause: p.text().$type<AuditRunCause>(),
    startedAt: p.datetime(3),
    endedAt: p.datetime(3),
    cases: p.integer(),
    events: p.integer(),
    /** SHA-256 over the heads of all chains; null where one is broken. */
    checkpoint: p.text().nullable(),
    fault: p.text().$type<ChainFault>().nullable(),
    brokenCase: p.text().nullable(),
    brokenSequence: p.integer().nullable(),
    brokenEventId: p.uuid().nullable(),
    /** Transactions whose counters do not agree with their refunds and disputes, as far as they were counted. */
    moneyFaults: p.integer(),
    /** The first of them, by its acquirer's reference. */
    moneyReference: p.text().nullable(),
  },
});

export class AuditRun extends AuditRunSchema.class {}
AuditRunSchema.setClass(AuditRun);
