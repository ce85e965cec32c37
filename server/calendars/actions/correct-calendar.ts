import { sql } from "kysely";
import { listCalendars, toBook } from "../../clocks/queries/find-calendars.ts";
import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { type Correction, type CorrectionRefusal, reasonsAgainstCorrection } from "../domain/correction.ts";
import { type CorrectionPlan, planCorrection } from "../domain/plan-correction.ts";
import { listOpenClocks } from "../queries/open-clocks.ts";
import { moveClocks } from "./move-clocks.ts";

export interface CorrectCalendar extends Correction {
  readonly expectedVersion: number;
  readonly reason: string | null;
}

export type CorrectionFailure =
  | { readonly kind: "STALE" }
  | { readonly kind: "REFUSED"; readonly reasons: readonly CorrectionRefusal[] };

/**
 * Sets one day of a calendar, and moves every running clock that it makes later, in one transaction. The calendar is locked
 * first: a case that is being opened is waited for, and one that is opened after goes by the new days.
 */
export function correctCalendar(
  ctx: ActionContext,
  { expectedVersion, reason, ...correction }: CorrectCalendar,
): Promise<Result<CorrectionPlan, CorrectionFailure>> {
  return decideInTransaction<CorrectionPlan, CorrectionFailure>(ctx.db, async (db) => {
    const { version } = await db
      .selectFrom("calendar")
      .select("version")
      .where("id", "=", correction.calendar)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (version !== expectedVersion) return refused({ kind: "STALE" });
    const rows = await listCalendars(db);
    const days = rows.find(({ id }) => id === correction.calendar)?.days ?? [];
    const reasons = reasonsAgainstCorrection(correction, { days, reason });
    if (reason === null || reasons.length > 0) return refused({ kind: "REFUSED", reasons });
    await writeDay(db, correction);
    const books = { before: toBook(rows), after: toBook(await listCalendars(db)) };
    await lockCases(db);
    const plan = planCorrection(await listOpenClocks(db), ctx.clock.now(), books);
    await moveClocks(db, plan);
    await writeEvent(db, ctx, correction, reason, plan);
    return done(plan);
  });
}

async function writeDay(db: Db, { calendar, day, to }: Correction): Promise<void> {
  await db
    .updateTable("calendar")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "=", calendar)
    .execute();
  if (to === null) {
    await db.deleteFrom("calendar_day").where("calendar_id", "=", calendar).where("day", "=", day).execute();
    return;
  }
  const columns = { working: to.working, name: to.name.en, name_zh: to.name.zh };
  await db
    .insertInto("calendar_day")
    .values({ calendar_id: calendar, day, ...columns })
    .onConflict((conflict) => conflict.columns(["calendar_id", "day"]).doUpdateSet(columns))
    .execute();
}

/**
 * Every case that a clock can run on, in one order. Whoever moves one has either finished, and is seen, or waits and then
 * reads the new days. Which they are is read before: a row that changes while it is waited for must not drop out.
 */
async function lockCases(db: Db): Promise<void> {
  const open = await db
    .selectFrom("cases")
    .select("id")
    .where((eb) =>
      eb.or([
        eb("closed_at", "is", null),
        eb("id", "in", eb.selectFrom("case_clock").select("case_id").where("ended_at", "is", null)),
      ]),
    )
    .execute();
  await db
    .selectFrom("cases")
    .select("id")
    .where("id", "=", sql<string>`any(${open.map(({ id }) => id)}::uuid[])`)
    .orderBy("id")
    .forUpdate()
    .execute();
}

async function writeEvent(
  db: Db,
  { actor, clock }: ActionContext,
  { calendar, day, to }: Correction,
  reason: string,
  { later, kept }: CorrectionPlan,
): Promise<void> {
  if (actor.id === null) throw new Error("Only a person corrects a calendar");
  await db
    .insertInto("calendar_event")
    .values({
      ...{ id: newId(), calendar_id: calendar, day, kind: to === null ? "WITHDRAWN" : "CORRECTED" },
      ...{ working: to?.working ?? null, name: to?.name.en ?? null, name_zh: to?.name.zh ?? null },
      ...{ reason, later: later.length, kept: kept.length, actor_id: actor.id, at: clock.now() },
    })
    .execute();
}
