import { defineEntity, p } from "@mikro-orm/core";
import { Case } from "./case.entity.ts";
import type { CheckKind, CheckOutcome } from "./domain/checks.ts";

/** How one check of a case stands, and whose word it is; `automatic` where data answered. */
export const CaseCheckSchema = defineEntity({
  name: "CaseCheck",
  tableName: "case_check",
  properties: {
    case: () => p.manyToOne(Case).primary(),
    kind: p.text().$type<CheckKind>().primary(),
    outcome: p.text().$type<CheckOutcome>(),
    automatic: p.boolean(),
    /** The fact that the outcome rests on, spelled out: when it changes, the check is asked again. */
    basis: p.text(),
    byId: p.uuid().nullable(),
    reason: p.text().nullable(),
    at: p.datetime(3),
  },
});

export class CaseCheck extends CaseCheckSchema.class {}
CaseCheckSchema.setClass(CaseCheck);
