import { sql } from "kysely";
import { listCalendars, toBook } from "../../clocks/queries/find-calendars.ts";
import type { CalendarId, OwnCalendar } from "../../kernel/calendars.ts";
import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import type { CalendarChange, CalendarRefusal } from "../domain/calendar-change.ts";
import { type CorrectionPlan, planCorrection } from "../domain/plan-correction.ts";
import { listOpenClocks } from "../queries/open-clocks.ts";
import { moveClocks } from "./move-clocks.ts";
import { writeOwnCalendar } from "./write-own-calendar.ts";

export type ChangeFailure =
  | { readonly kind: "STALE" }
  | { readonly kind: "REFUSED"; readonly reasons: readonly CalendarRefusal[] };

/**
 * Changes one calendar, and moves every running clock that it makes later, in one transaction. The calendar is locked
 * first: a case that is being opened is waited for, and one that is opened after goes by the new days.
 */
export function changeCalendar(
  ctx: ActionContext,
  change: CalendarChange,
  { expectedVersion, reason }: { readonly expectedVersion: number; readonly reason: string | null },
): Promise<Result<CorrectionPlan, ChangeFailure>> {
  return decideInTransaction<CorrectionPlan, ChangeFailure>(ctx.db, async (db) => {
    if ((await lockCalendar(db, change.calendar)) !== expectedVersion) return refused({ kind: "STALE" });
    const rows = await listCalendars(db);
    const own: OwnCalendar = rows.find(({ id }) => id === change.calendar) ?? { days: [], years: [] };
    const reasons = change.reasonsAgainst(own);
    if (reason === null) return refused({ kind: "REFUSED", reasons: [...reasons, { code: "REASON_MISSING" }] });
    if (reasons.length > 0) return refused({ kind: "REFUSED", reasons });
    await writeOwnCalendar(db, change.calendar, own, change.after(own));
    const books = { before: toBook(rows), after: toBook(await listCalendars(db)) };
    await lockCases(db);
    const plan = planCorrection(await listOpenClocks(db), ctx.clock.now(), books);
    await moveClocks(db, plan);
    await writeEvent(db, ctx, change, reason, plan);
    return done(plan);
  });
}

async function lockCalendar(db: Db, calendar: CalendarId): Promise<number> {
  const { version } = await db
    .selectFrom("calendar")
    .select("version")
    .where("id", "=", calendar)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return version;
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
  { calendar, told: { kind, day, working, name } }: CalendarChange,
  reason: string,
  { later, kept }: CorrectionPlan,
): Promise<void> {
  if (actor.id === null) throw new Error("Only a person changes a calendar");
  await db
    .insertInto("calendar_event")
    .values({
      ...{ id: newId(), calendar_id: calendar, day, kind },
      ...{ working, name: name?.en ?? null, name_zh: name?.zh ?? null },
      ...{ reason, later: later.length, kept: kept.length, actor_id: actor.id, at: clock.now() },
    })
    .execute();
}
