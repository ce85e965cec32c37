import { defineEntity, p } from "@mikro-orm/core";
import { Case } from "../cases/case.entity.ts";
import { Staff } from "../staff/staff.entity.ts";

/** A colleague whom an internal note calls. Named by id, so that it is theirs whatever they are called later. */
export const CaseMentionSchema = defineEntity({
  name: "CaseMention",
  tableName: "case_mention",
  properties: {
    eventId: p.uuid().primary(),
    staff: () => p.manyToOne(Staff).primary(),
    case: () => p.manyToOne(Case),
    at: p.datetime(3),
    readAt: p.datetime(3).nullable(),
  },
});

export class CaseMention extends CaseMentionSchema.class {}
CaseMentionSchema.setClass(CaseMention);
