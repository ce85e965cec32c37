import { listCalendars, toBook } from "../../clocks/queries/find-calendars.ts";
import type { OwnCalendar } from "../../kernel/calendars.ts";
import { yearOf } from "../../kernel/day.ts";
import type { ActionContext } from "../../request-context.ts";
import type { CalendarChange, CalendarRefusal } from "../domain/calendar-change.ts";
import { type CorrectionPlan, planCorrection } from "../domain/plan-correction.ts";
import { listOpenClocks } from "./open-clocks.ts";

export interface ChangeOutlook {
  readonly reasons: readonly CalendarRefusal[];
  /** The day's year where it stays unpublished: a correction is kept, and counts from its publication on. */
  readonly notPublished: number | null;
  readonly plan: CorrectionPlan;
}

/** What a change would do, by the very rules that do it; nothing is written. Whether a reason is given is seen when it is sent. */
export async function previewChange({ db, clock }: ActionContext, change: CalendarChange): Promise<ChangeOutlook> {
  const rows = await listCalendars(db);
  const own: OwnCalendar = rows.find(({ id }) => id === change.calendar) ?? { days: [], years: [] };
  const reasons = change.reasonsAgainst(own);
  const before = toBook(rows);
  const after = toBook(rows.map((row) => (row.id === change.calendar ? { ...row, ...change.after(row) } : row)));
  const { day } = change.told;
  const unknown = after.calendarOf(change.calendar).workday(day) === "NOT_PUBLISHED";
  const plan =
    reasons.length > 0
      ? { later: [], kept: [], cases: [] }
      : planCorrection(await listOpenClocks(db), clock.now(), { before, after });
  return { reasons, notPublished: unknown ? yearOf(day) : null, plan };
}
