import { defineEntity, p } from "@mikro-orm/core";
import type { AuditRunCause, ChainFault, ChainName } from "./domain/words.ts";

/** What came of verifying everything. Never changed: a run that found nothing says so for its own moment only. */
export const AuditRunSchema = defineEntity({
  name: "AuditRun",
  tableName: "audit_run",
  properties: {
    id: p.uuid().primary(),
    cause: p.text().$type<AuditRunCause>(),
    startedAt: p.datetime(3),
    endedAt: p.datetime(3),
    /** SHA-256 over the heads of all chains; null where one is broken. */
    checkpoint: p.text().nullable(),
    /** Transactions whose counters do not agree with their refunds and disputes, as far as they were counted. */
    moneyFaults: p.integer(),
    /** The first of them, by its acquirer's reference. */
    moneyReference: p.text().nullable(),
  },
});

export class AuditRun extends AuditRunSchema.class {}
AuditRunSchema.setClass(AuditRun);

/** What a run found in one kind of chain, and the first row of it that does not verify. Never changed either. */
export const AuditRunChainSchema = defineEntity({
  name: "AuditRunChain",
  tableName: "audit_run_chain",
  properties: {
    run: () => p.manyToOne(AuditRun).primary(),
    chain: p.text().$type<ChainName>().primary(),
    things: p.integer(),
    links: p.integer(),
    fault: p.text().$type<ChainFault>().nullable(),
    /** Whose row it is: an id, or a policy's name. */
    brokenId: p.text().nullable(),
    brokenName: p.text().nullable(),
    brokenSequence: p.integer().nullable(),
    brokenRowId: p.uuid().nullable(),
  },
});

export class AuditRunChain extends AuditRunChainSchema.class {}
AuditRunChainSchema.setClass(AuditRunChain);
