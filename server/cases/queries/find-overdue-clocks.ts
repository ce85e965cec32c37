import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { rulesWithConsequence } from "../domain/after-breach.ts";
import { windowRules } from "../domain/clock-plan.ts";

/** A clock of an open case, with the version at which it was seen so. */
export interface SeenClock {
  readonly id: string;
  readonly rule: string;
  readonly caseId: string;
  readonly version: number;
}

/** Where the page before ended. */
export interface AfterClock {
  readonly id: string;
  readonly dueAt: Date;
}

/** States stand in the text of these statements, not beside it: by them PostgreSQL knows its partial indexes. */
const columns = ["case_clock.id", "case_clock.rule", "case_clock.case_id as caseId", "cases.version"] as const;

/** Clocks that ran out and are not recorded as such, the oldest first. Done at the very moment is still in time. */
export function listOverdueClocks(
  db: Db,
  now: Date,
  after: AfterClock | null,
  many: number,
): Promise<(SeenClock & { readonly dueAt: Date | null })[]> {
  return db
    .selectFrom("case_clock")
    .innerJoin("cases", "cases.id", "case_clock.case_id")
    .where("case_clock.state", "=", sql.lit("RUNNING"))
    .where("case_clock.due_at", "<", now)
    .where("case_clock.rule", "!=", sql<string>`all(${windowRules})`)
    .where("cases.closed_at", "is", null)
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(case_clock.due_at, case_clock.id) > (${after?.dueAt}, ${after?.id})`),
    )
    .select([...columns, "case_clock.due_at as dueAt"])
    .orderBy("case_clock.due_at")
    .orderBy("case_clock.id")
    .limit(many)
    .execute();
}

/** What follows is written to the case's customer, in their language; a case that has none yet gets the desk's first. */
interface BreachedClock extends SeenClock {
  readonly locale: "zh-CN" | "en";
}

/** Clocks that are recorded as run out, and from which something still has to follow. */
export function listBreachedClocks(db: Db, afterId: string, many: number): Promise<BreachedClock[]> {
  return db
    .selectFrom("case_clock")
    .innerJoin("cases", "cases.id", "case_clock.case_id")
    .leftJoin("customer", "customer.id", "cases.customer_id")
    .where("case_clock.state", "=", sql.lit("BREACHED"))
    .where("case_clock.ended_at", "is", null)
    .where("case_clock.rule", "=", sql<string>`any(${rulesWithConsequence})`)
    .where("case_clock.id", ">", afterId)
    .select((eb) => [...columns, eb.fn.coalesce("customer.locale", sql.lit("zh-CN" as const)).as("locale")])
    .orderBy("case_clock.id")
    .limit(many)
    .execute();
}

/** Cases with a clock whose calendar was not published when it was last asked. */
export async function listCasesWithoutDate(db: Db, afterId: string, many: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("case_clock")
    .select("case_id")
    .distinct()
    .where("state", "=", sql.lit("RUNNING"))
    .where("due_at", "is", null)
    .where("case_id", ">", afterId)
    .orderBy("case_id")
    .limit(many)
    .execute();
  return rows.map(({ case_id }) => case_id);
}
