import type { Db } from "../../platform/database/database.ts";
import type { OpenClock } from "../domain/plan-correction.ts";

/** Every clock that is not over. A correction is rare, and looks at all of them. */
export function listOpenClocks(db: Db): Promise<OpenClock[]> {
  return db
    .selectFrom("case_clock")
    .innerJoin("cases", "cases.id", "case_clock.case_id")
    .select([
      ...(["case_clock.id", "case_clock.case_id as caseId", "cases.number as caseNumber", "rule"] as const),
      ...(["rule_version as ruleVersion", "case_clock.state", "started_at as startedAt"] as const),
      ...(["case_clock.due_at as dueAt", "due_at_given as dueAtGiven", "length", "paused_at as pausedAt"] as const),
      ...(["paused_ms as pausedMs", "ended_at as endedAt"] as const),
    ])
    .where("ended_at", "is", null)
    .orderBy("case_clock.due_at")
    .orderBy("case_clock.id")
    .execute();
}
