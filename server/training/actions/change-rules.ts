import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { ruleProblems, type TrainingRule } from "../domain/rules.ts";
import type { TrainingRefusal } from "../domain/training-refusal.ts";
import { findPublishedVersion } from "../queries/published-version.ts";

/** Adds a rule. It assigns at the next turn of the sweep, to whoever fits then. Sent twice, the second is told that it is there. */
export async function addTrainingRule(
  { db, actor, clock }: ActionContext,
  courseId: string,
  rule: TrainingRule,
): Promise<Result<{ readonly ruleId: string }, readonly TrainingRefusal[]>> {
  const unpublished = (await findPublishedVersion(db, courseId)) === null ? [{ code: "NOT_PUBLISHED" } as const] : [];
  const problems = [...ruleProblems(rule), ...unpublished];
  if (problems.length > 0) return refused(problems);
  const ruleId = newId();
  const { numInsertedOrUpdatedRows = 0n } = await db
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
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 0n ? refused([{ code: "RULE_EXISTS" }]) : done({ ruleId });
}

export interface RuleChange {
  readonly ruleId: string;
  readonly expectedVersion: number;
  readonly dueInDays: number;
  readonly daysAhead: number | null;
}

export type RuleFailure =
  | { readonly kind: "NOT_FOUND" | "STALE" }
  | { readonly kind: "REFUSED"; readonly reasons: readonly TrainingRefusal[] };

/** Changes the days of a rule from now on. Other people or another course are another rule, since records name theirs as their reason. */
export function changeTrainingRule(
  { db }: ActionContext,
  { ruleId, expectedVersion, dueInDays, daysAhead }: RuleChange,
): Promise<Result<{ readonly ruleId: string }, RuleFailure>> {
  return decideInTransaction<{ readonly ruleId: string }, RuleFailure>(db, async (trx) => {
    const rule = await trx
      .selectFrom("training_rule")
      .select(["kind", "role", "version"])
      .where("id", "=", ruleId)
      .where("ended_at", "is", null)
      .forUpdate()
      .executeTakeFirst();
    if (rule === undefined) return refused({ kind: "NOT_FOUND" });
    if (rule.version !== expectedVersion) return refused({ kind: "STALE" });
    const { kind, role, version } = rule;
    const reasons = ruleProblems({ kind, role, dueInDays, daysAhead });
    if (reasons.length > 0) return refused({ kind: "REFUSED", reasons });
    await trx
      .updateTable("training_rule")
      .set({ due_in_days: dueInDays, days_ahead: kind === "EXPIRY" ? daysAhead : null, version: version + 1 })
      .where("id", "=", ruleId)
      .execute();
    return done({ ruleId });
  });
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
