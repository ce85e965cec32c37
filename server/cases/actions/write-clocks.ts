import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { ClockPlan } from "../domain/clock-plan.ts";

/** Writes what a plan says of a case's clocks. */
export async function writeClocks(db: Db, caseId: string, plan: ClockPlan): Promise<void> {
  for (const clock of plan.changed) {
    await db
      .updateTable("case_clock")
      .set({
        state: clock.state,
        due_at: clock.dueAt,
        paused_at: clock.pausedAt,
        paused_ms: clock.pausedMs,
        ended_at: clock.endedAt,
      })
      .where("id", "=", clock.id)
      .execute();
  }
  if (plan.started.length === 0) return;
  await db
    .insertInto("case_clock")
    .values(
      plan.started.map((clock) => ({
        id: newId(),
        case_id: caseId,
        rule: clock.rule,
        rule_version: clock.ruleVersion,
        state: clock.state,
        started_at: clock.startedAt,
        due_at: clock.dueAt,
        due_at_given: clock.dueAtGiven,
        length: clock.length,
        paused_at: clock.pausedAt,
        paused_ms: clock.pausedMs,
        ended_at: clock.endedAt,
      })),
    )
    .execute();
}
