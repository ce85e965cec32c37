import { defineEntity, p } from "@mikro-orm/core";
import { Case } from "../cases/case.entity.ts";
import { Staff } from "../staff/staff.entity.ts";
import { AuditItem, AuditSample } from "./audit-sample.entity.ts";
import type { FindingState, Severity } from "./domain/finding-life.ts";

/** Something that a review found, who puts it right and by when. */
export const AuditFindingSchema = defineEntity({
  name: "AuditFinding",
  tableName: "audit_finding",
  properties: {
    id: p.uuid().primary(),
    sample: () => p.manyToOne(AuditSample),
    item: () => p.manyToOne(AuditItem),
    case: () => p.manyToOne(Case),
    version: p.integer().default(1),
    severity: p.text().$type<Severity>(),
    what: p.text(),
    cause: p.text(),
    correction: p.text(),
    owner: () => p.manyToOne(Staff),
    dueOn: p.date(),
    /** The due date that its owner was last told had gone by. */
    toldDueOn: p.date().nullable(),
    state: p.text().$type<FindingState>(),
    raisedBy: () => p.manyToOne(Staff),
    raisedAt: p.datetime(3),
    doneAt: p.datetime(3).nullable(),
    verifiedBy: () => p.manyToOne(Staff).nullable(),
    verifiedAt: p.datetime(3).nullable(),
  },
});

export class AuditFinding extends AuditFindingSchema.class {}
AuditFindingSchema.setClass(AuditFinding);
