import { defineEntity, p } from "@mikro-orm/core";
import type { StaffRole } from "../staff/domain/roles.ts";
import { Course } from "./course.entity.ts";
import type { RuleKind } from "./domain/words.ts";

/** What assigns a course by itself. A rule that has ended stays, since records name it as their reason. */
export const TrainingRuleSchema = defineEntity({
  name: "TrainingRule",
  tableName: "training_rule",
  properties: {
    id: p.uuid().primary(),
    course: () => p.manyToOne(Course),
    kind: p.text().$type<RuleKind>(),
    role: p.text().$type<StaffRole>().nullable(),
    merchantId: p.uuid().nullable(),
    institutionId: p.uuid().nullable(),
    joinedFrom: p.date().nullable(),
    dueInDays: p.integer(),
    daysAhead: p.integer().nullable(),
    createdAt: p.datetime(3),
    createdById: p.uuid().nullable(),
    version: p.integer().default(1),
    endedAt: p.datetime(3).nullable(),
  },
});

export class TrainingRule extends TrainingRuleSchema.class {}
TrainingRuleSchema.setClass(TrainingRule);
