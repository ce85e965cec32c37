import { defineEntity, p } from "@mikro-orm/core";
import { Staff } from "../staff/staff.entity.ts";
import { AuditFinding } from "./audit-finding.entity.ts";
import { AuditItem, AuditSample } from "./audit-sample.entity.ts";
import type { AuditEventKind } from "./domain/audit-events.ts";

/** What was done with a sample, as links of a chain of its own. The auditors' own words stand in it: they are kept whole. */
export const AuditEventSchema = defineEntity({
  name: "AuditEvent",
  tableName: "audit_event",
  uniques: [{ properties: ["sample", "sequence"] }],
  properties: {
    id: p.uuid().primary(),
    sample: () => p.manyToOne(AuditSample),
    sequence: p.integer(),
    kind: p.text().$type<AuditEventKind>(),
    item: () => p.manyToOne(AuditItem).nullable(),
    finding: () => p.manyToOne(AuditFinding).nullable(),
    actor: () => p.manyToOne(Staff),
    at: p.datetime(3),
    data: p.json<Readonly<Record<string, unknown>>>(),
    previousHash: p.text(),
    hash: p.text(),
  },
});

export class AuditEvent extends AuditEventSchema.class {}
AuditEventSchema.setClass(AuditEvent);
