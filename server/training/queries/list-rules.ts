import type { Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/database/database.ts";
import type { TrainingRule } from "../domain/rules.ts";

export interface RuleRow extends TrainingRule {
  readonly id: string;
  readonly courseId: string;
  readonly createdAt: Date;
  readonly version: number;
}

/** The rules that hold, oldest first. */
export async function listRules(db: Db): Promise<readonly RuleRow[]> {
  const rows = await db
    .selectFrom("training_rule")
    .select(["id", "course_id as courseId", "kind", "role", "merchant_id as merchantId"])
    .select(["institution_id as institutionId", "joined_from", "due_in_days as dueInDays", "days_ahead as daysAhead"])
    .select(["created_at as createdAt", "version"])
    .where("ended_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(({ joined_from, ...rule }) => ({ ...rule, joinedFrom: joined_from as Day | null }));
}
