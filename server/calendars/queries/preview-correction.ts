import { listCalendars, toBook } from "../../clocks/queries/find-calendars.ts";
import { yearOf } from "../../kernel/day.ts";
import type { ActionContext } from "../../request-context.ts";
import { type Correction, type CorrectionRefusal, daysAfter, reasonsAgainstCorrection } from "../domain/correction.ts";
import { type CorrectionPlan, planCorrection } from "../domain/plan-correction.ts";
import { listOpenClocks } from "./open-clocks.ts";

export interface CorrectionOutlook {
  readonly reasons: readonly CorrectionRefusal[];
  /** The day's year where it is not published: the correction is kept, and counts from its publication on. */
  readonly notPublished: number | null;
  readonly plan: CorrectionPlan;
}

/** What a correction would do, by the very rules that do it; nothing is written. */
export async function previewCorrection(
  { db, clock }: ActionContext,
  correction: Correction,
): Promise<CorrectionOutlook> {
  const rows = await listCalendars(db);
  const days = rows.find(({ id }) => id === correction.calendar)?.days ?? [];
  const before = toBook(rows);
  const after = toBook(
    rows.map((row) => (row.id === correction.calendar ? { ...row, days: daysAfter(days, correction) } : row)),
  );
  // Whether a reason is given is seen when it is sent.
  const reasons = reasonsAgainstCorrection(correction, { days, reason: "" });
  const unknown = before.calendarOf(correction.calendar).workday(correction.day) === "NOT_PUBLISHED";
  const plan =
    reasons.length > 0
      ? { later: [], kept: [], cases: [] }
      : planCorrection(await listOpenClocks(db), clock.now(), { before, after });
  return { reasons, notPublished: unknown ? yearOf(correction.day) : null, plan };
}
