import { firstDue, type StoredClock } from "../../cases/domain/clock-plan.ts";
import { dueBy, followCalendars } from "../../clocks/domain/clock-facts.ts";
import type { CalendarBook } from "../../kernel/calendars.ts";

/** A clock of a case that is not over, with what a person knows the case by. */
export interface OpenClock extends StoredClock {
  readonly caseId: string;
  readonly caseNumber: string;
}

export interface ClockShift {
  readonly clock: OpenClock;
  readonly to: Date;
}

/** What a correction does: clocks that end later, those that keep an earlier-to-be date, and the cases whose first end moves. */
export interface CorrectionPlan {
  readonly later: readonly ClockShift[];
  readonly kept: readonly ClockShift[];
  readonly cases: readonly { readonly caseId: string; readonly dueAt: Date }[];
}

/** `clocks` are all that are open on the cases concerned, of whichever calendar: the first of them binds the case. */
export function planCorrection(
  clocks: readonly OpenClock[],
  now: Date,
  { before, after }: { readonly before: CalendarBook; readonly after: CalendarBook },
): CorrectionPlan {
  const later: ClockShift[] = [];
  const kept: ClockShift[] = [];
  const byCase = new Map<string, StoredClock[]>();
  for (const clock of clocks) {
    const moved = { ...followCalendars(clock, now, after), id: clock.id };
    if (moved.dueAt !== null && moved.dueAt.getTime() !== clock.dueAt?.getTime())
      later.push({ clock, to: moved.dueAt });
    else if (comesEarlier(clock, now, before, after)) kept.push({ clock, to: moved.dueAt ?? now });
    byCase.set(clock.caseId, [...(byCase.get(clock.caseId) ?? []), moved]);
  }
  const touched = new Set(later.map(({ clock }) => clock.caseId));
  const cases = [...touched].map((caseId) => ({ caseId, dueAt: firstDue(byCase.get(caseId) ?? []) }));
  return { later, kept, cases };
}

/** By this correction alone: what an earlier one has kept already is not told again. */
function comesEarlier(clock: StoredClock, now: Date, before: CalendarBook, after: CalendarBook): boolean {
  const [was, is] = [dueBy(clock, now, before), dueBy(clock, now, after)];
  return was !== null && is !== null && is < was && clock.dueAt !== null && is < clock.dueAt;
}
