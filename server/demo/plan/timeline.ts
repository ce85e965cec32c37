import { computeDue } from "../../clocks/domain/due.ts";
import { findClockRule } from "../../clocks/domain/rules.ts";
import type { Chance } from "./chance.ts";
import { deskDay } from "./desk-time.ts";
import { type Hours, lastWithin } from "./opening-hours.ts";
import { castHours, type Step } from "./steps.ts";

const hour = 3_600_000;
/** How long after a clock has run out the desk notices: it looks twice a minute. */
export const noticedAfterMs = 21_000;

/**
 * When everything happened, worked out backwards from the last thing, so that a history ends where it should and nothing
 * of it lies in the future. Gives the opening and one moment for each step, in order.
 */
export function timesOf(opening: Hours | null, steps: readonly Step[], endedBy: Date, chance: Chance): Date[] {
  const who = [opening, ...steps.map(({ by }) => castHours[by])];
  const times: Date[] = [];
  let next = lastWithin(who.at(-1) ?? null, endedBy, chance);
  for (let at = steps.length - 1; at >= 0; at--) {
    const step = steps[at];
    if (step === undefined) throw new Error("A step is missing");
    const before = who[at] ?? null;
    const { after } = step;
    if ("clock" in after) {
      const began = latestStart(after.clock, next, before, chance);
      times.unshift(noticed(after.clock, began) ?? next);
      next = began;
    } else {
      times.unshift(next);
      next = lastWithin(before, new Date(next.getTime() - chance.between(after) * hour), chance);
    }
  }
  return inTime([next, ...times], steps, chance);
}

/**
 * Machines do not wait for office hours: what the desk does by itself follows at once upon what caused it. And who would be
 * too late, because holidays lie between, is not.
 */
function inTime(times: readonly Date[], steps: readonly Step[], chance: Chance): Date[] {
  const moved = [...times];
  for (const [index, { by, after, within }] of steps.entries()) {
    const [cause, planned] = [moved[index], moved[index + 1]];
    if ("clock" in after || cause === undefined || planned === undefined) continue;
    const tooLate = within !== undefined && planned.getTime() - cause.getTime() > within * hour;
    if (by === "SYSTEM" || tooLate) moved[index + 1] = new Date(cause.getTime() + chance.between(after) * hour);
  }
  return moved;
}

/** The latest moment at which the clock can have started that had run out by then. */
function latestStart(rule: string, runOutBy: Date, hours: Hours | null, chance: Chance): Date {
  for (let days = 1; days < 60; days++) {
    const began = lastWithin(hours, new Date(runOutBy.getTime() - days * 24 * hour), chance);
    const at = noticed(rule, began);
    if (at !== null && at <= runOutBy) return began;
  }
  throw new Error(`The clock ${rule} is longer than any history of the demo`);
}

/** Null where the days that it counts are not published yet. */
function noticed(rule: string, began: Date): Date | null {
  const found = findClockRule(rule, deskDay(began));
  const due = found === null ? null : computeDue(found, began);
  return due === null || !due.ok ? null : new Date(due.value.dueAt.getTime() + noticedAfterMs);
}
