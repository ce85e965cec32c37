import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import { ruleProblems, type TrainingRule } from "../domain/rules.ts";
import type { TrainingRefusal } from "../domain/training-refusal.ts";
import { findPublishedVersion } from "../queries/published-version.ts";

/** Adds a rule. It assigns at the next turn of the sweep, to whoever fits then. */
export async function addTrainingRule(
  { db, actor, clock }: ActionContext,
  courseId: string,
  rule: TrainingRule,
): Promise<Result<{ readonly ruleId: string }, readonly TrainingRefusal[]>> {
  const unpublished = (await findPublishedVersion(db, courseId)) === null ? [{ code: "NOT_PUBLISHED" } as const] : [];
  const problems = [...ruleProblems(rule), ...unpublished];
  if (problems.length > 0) return refused(problems);
  const ruleId = newId();
  await db
    .insertInto("training_rule")
    .values({
      id: ruleId,
      course_id: courseId,
      kind: rule.kind,
      role: rule.role,
      merchant_id: rule.merchantId,
      institution_id: rule.institutionId,
      joined_from: rule.joinedFrom,
      due_in_days: rule.dueInDays,
      days_ahead: rule.kind === "EXPIRY" ? rule.daysAhead : null,
      created_at: clock.now(),
      created_by_id: actor.id,
    })
    .execute();
  return done({ ruleId });
}

/** Ends a rule; what it assigned stays. Ended twice, the first end holds. False where there is no such rule. */
export async function endTrainingRule({ db, clock }: ActionContext, ruleId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("training_rule")
    .set((eb) => ({ ended_at: eb.fn.coalesce("ended_at", eb.val(clock.now())) }))
    .where("id", "=", ruleId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
