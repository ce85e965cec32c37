import type { Instant } from "../../kernel/day.ts";
import type { ClockFacts } from "./clock-facts.ts";
import { getClockRule } from "./rules.ts";

/** All the time that the clock has had and still has, without what it stood still. */
function wholeMs({ startedAt, dueAt, pausedMs }: ClockFacts): number {
  return dueAt === null ? 0 : dueAt.getTime() - startedAt.getTime() - Number(pausedMs);
}

/** From 1 at the start to 0 when it runs out; a paused or ended clock keeps what it had. Null: its end is not known. */
export function fractionLeft(clock: ClockFacts, now: Instant): number | null {
  if (clock.dueAt === null) return null;
  const at = clock.endedAt ?? clock.pausedAt ?? now;
  const left = clock.dueAt.getTime() - at.getTime();
  if (left <= 0) return 0;
  const whole = wholeMs(clock);
  return whole <= 0 ? 1 : Math.min(1, left / whole);
}

/** When the owner is warned; null for a clock that does not run or whose end is not known. */
export function warningAt(
  clock: ClockFacts,
  warnAt = getClockRule(clock.rule, clock.ruleVersion).warnAt,
): Instant | null {
  if (clock.state !== "RUNNING" || clock.dueAt === null) return null;
  return new Date(clock.dueAt.getTime() - Math.max(0, wholeMs(clock)) * warnAt);
}

/** The clock that decides a case's place in the queue, whoever must act: the first to run out of those that run and whose end is known. */
export function bindingClock<C extends ClockFacts>(clocks: readonly C[]): C | null {
  const until = ({ state, dueAt }: C) =>
    state === "RUNNING" && dueAt !== null ? dueAt.getTime() : Number.POSITIVE_INFINITY;
  return clocks.reduce<C | null>((first, clock) => {
    if (until(clock) === Number.POSITIVE_INFINITY) return first;
    if (first === null || until(clock) < until(first)) return clock;
    // Equal ends: by name, so that every process picks the same.
    return until(clock) === until(first) && clock.rule < first.rule ? clock : first;
  }, null);
}
