import { computeDue } from "../../clocks/domain/due.ts";
import { findClockRule } from "../../clocks/domain/rules.ts";
import type { Chance } from "./chance.ts";
import { deskDay, deskTime } from "./desk-time.ts";
import { firstWithin, type Hours, lastWithin } from "./opening-hours.ts";
import { castHours, type Step, type StepName, stepOf } from "./steps.ts";

const hour = 3_600_000;
/** How long after a clock has run out the desk notices: it looks twice a minute. */
export const noticedAfterMs = 21_000;

/** Whoever opened the case, and what happened then. */
export interface Story {
  readonly openedBy: Hours | null;
  readonly steps: readonly StepName[];
}

/**
 * When everything happened, worked out backwards from the last thing, so that a history ends where it should and nothing
 * of it lies in the future. Gives the opening and one moment for each step, in order.
 */
export function timesUntil({ openedBy, steps }: Story, endedBy: Date, chance: Chance): Date[] {
  const hoursAt = (place: number) => (place < 0 ? openedBy : hoursOf(steps[place]));
  const times: Date[] = [];
  let next = lastWithin(lastHoursOf({ openedBy, steps }), endedBy, chance);
  for (let place = steps.length - 1; place >= 0; place--) {
    const { after, since } = stepAt(steps, place);
    if (typeof after === "string") {
      // What began the clock stands some steps before; those between follow upon it, while it runs.
      const cause = since === undefined ? place - 1 : steps.lastIndexOf(since, place);
      const began = latestStart(after, next, hoursAt(cause), chance);
      const between = timesAfter(began, steps.slice(cause + 1, place), chance);
      times.unshift(...between, runsOutAt(after, began) ?? next);
      [next, place] = [began, cause + 1];
    } else {
      times.unshift(next);
      next = lastWithin(hoursAt(place - 1), new Date(next.getTime() - chance.between(after) * hour), chance);
    }
  }
  return inTime([next, ...times], steps, chance);
}

/** When everything happens after a beginning, each as soon as whoever does it is there. */
export function timesAfter(began: Date, steps: readonly StepName[], chance: Chance): Date[] {
  let last = began;
  return steps.map((name) => {
    const { after } = stepOf(name);
    if (typeof after === "string") throw new Error(`${name} waits for a clock, which is not known here`);
    last = firstWithin(hoursOf(name), new Date(last.getTime() + chance.between(after) * hour), chance);
    return last;
  });
}

/** A moment at which the clock can have begun that is among the next to run out. */
export function startOfClockThatEndsSoon(rule: string, now: Date, hours: Hours, chance: Chance): Date {
  let latest = lastWithin(hours, new Date(now.getTime() - 24 * hour), chance);
  for (let days = 2; days < 40; days++) {
    const began = lastWithin(hours, new Date(now.getTime() - days * 24 * hour), chance);
    const end = runsOutAt(rule, began);
    if (end !== null && end <= now) break;
    if (end !== null) latest = began;
  }
  // Some time of that day: the clock counts days.
  return deskTime(deskDay(latest), chance.between([hours.opens, hours.closes]));
}

/** The hours of whoever does the last thing. */
export function lastHoursOf({ openedBy, steps }: Story): Hours | null {
  const last = steps.at(-1);
  return last === undefined ? openedBy : hoursOf(last);
}

function stepAt(steps: readonly StepName[], place: number): Step {
  const name = steps[place];
  if (name === undefined) throw new Error(`There is no step ${place}`);
  return stepOf(name);
}

function hoursOf(name: StepName | undefined): Hours | null {
  return name === undefined ? null : castHours[stepOf(name).by];
}

/**
 * Machines do not wait for office hours: what the desk does by itself follows at once upon what caused it. And who would be
 * too late, because holidays lie between, is not.
 */
function inTime(times: readonly Date[], steps: readonly StepName[], chance: Chance): Date[] {
  const moved = [...times];
  for (const [place, name] of steps.entries()) {
    const { by, after, within } = stepOf(name);
    const [cause, planned] = [moved[place], moved[place + 1]];
    if (typeof after === "string" || cause === undefined || planned === undefined) continue;
    const tooLate = within !== undefined && planned.getTime() - cause.getTime() > within * hour;
    if (by === "SYSTEM" || tooLate) moved[place + 1] = new Date(cause.getTime() + chance.between(after) * hour);
  }
  return moved;
}

/** The latest moment at which the clock can have started that had run out by then. */
function latestStart(rule: string, runOutBy: Date, hours: Hours | null, chance: Chance): Date {
  for (let days = 1; days < 60; days++) {
    const began = lastWithin(hours, new Date(runOutBy.getTime() - days * 24 * hour), chance);
    const at = runsOutAt(rule, began);
    if (at !== null && at <= runOutBy) return began;
  }
  throw new Error(`The clock ${rule} is longer than any history of the demo`);
}

/** When the desk notices that it has run out; null where the days that it counts are not published yet. */
function runsOutAt(rule: string, began: Date): Date | null {
  const found = findClockRule(rule, deskDay(began));
  const due = found === null ? null : computeDue(found, began);
  return due === null || !due.ok ? null : new Date(due.value.dueAt.getTime() + noticedAfterMs);
}
