import type { Instant } from "../../kernel/day.ts";
import { dayIn } from "../../kernel/zoned-time.ts";
import type { ClockRule } from "./clock-rule.ts";
import { computeDue } from "./due.ts";
import { countPause, dayMs, wholeDays } from "./pause.ts";
import { getClockRule } from "./rules.ts";
import type { ClockState } from "./words.ts";

/** One clock as it is stored. */
export interface ClockFacts {
  readonly rule: string;
  readonly ruleVersion: number;
  readonly state: ClockState;
  readonly startedAt: Instant;
  /** Null while the calendar of the year it falls in is not published: said, never guessed. */
  readonly dueAt: Instant | null;
  /** The date came from outside (a bank's file, a provider): neither the rule nor a pause moves it. */
  readonly dueAtGiven: boolean;
  readonly pausedAt: Instant | null;
  /** What past pauses give back; the one under way is not in it yet. */
  readonly pausedMs: bigint;
  readonly endedAt: Instant | null;
}

const ruleOf = (clock: ClockFacts) => getClockRule(clock.rule, clock.ruleVersion);

/** A bare copy, so that what is handed in (a row with more columns) is never changed or carried along. */
function factsOf(clock: ClockFacts): ClockFacts {
  const { rule, ruleVersion, state, startedAt, dueAt, dueAtGiven, pausedAt, pausedMs, endedAt } = clock;
  return { rule, ruleVersion, state, startedAt, dueAt, dueAtGiven, pausedAt, pausedMs, endedAt };
}

function dueOf(rule: ClockRule, startedAt: Instant, pausedMs: bigint): Instant | null {
  const due = computeDue(rule, startedAt, pausedMs);
  return due.ok ? due.value.dueAt : null;
}

/** A date given from outside wins over the rule's own. */
export function startClock(rule: ClockRule, startedAt: Instant, givenDueAt: Instant | null = null): ClockFacts {
  return {
    rule: rule.id,
    ruleVersion: rule.version,
    state: "RUNNING",
    startedAt,
    dueAt: givenDueAt ?? dueOf(rule, startedAt, 0n),
    dueAtGiven: givenDueAt !== null,
    pausedAt: null,
    pausedMs: 0n,
    endedAt: null,
  };
}

/** It has run out, whether or not anybody has recorded that yet. */
export function isOverdue(clock: ClockFacts, now: Instant): boolean {
  return clock.state === "BREACHED" || (clock.state === "RUNNING" && clock.dueAt !== null && now > clock.dueAt);
}

/** Records that it ran out. It stays open, without `endedAt`, until the thing is done after all. */
export function breachClock(clock: ClockFacts): ClockFacts {
  return clock.state === "RUNNING" ? { ...factsOf(clock), state: "BREACHED" } : factsOf(clock);
}

/** Stands still from now on. One that has already run out is breached instead; one that does not run is left as it is. */
export function pauseClock(clock: ClockFacts, at: Instant): ClockFacts {
  if (clock.state !== "RUNNING") return factsOf(clock);
  return isOverdue(clock, at) ? breachClock(clock) : { ...factsOf(clock), state: "PAUSED", pausedAt: at };
}

/**
 * What earlier pauses gave back, as the one that ends now finds it. A clock that already runs in the part of a day that
 * rounding up had given it keeps that part: else it could run out while it stands still.
 */
function givenBefore(clock: ClockFacts, pausedAt: Instant, rule: ClockRule): bigint {
  if (rule.unit === "HOURS" || clock.dueAt === null) return clock.pausedMs;
  const rounded = wholeDays(clock.pausedMs) * BigInt(dayMs);
  const left = countPause(rule, { from: pausedAt, until: clock.dueAt });
  return left.ok && left.value < rounded - clock.pausedMs ? rounded : clock.pausedMs;
}

/**
 * Runs on, with the time of the pause given back: hours to the millisecond, days whole, rounded up over all pauses
 * together, so that no pause loses time and a row of short ones does not buy a day each.
 * Where the calendar of the pause is not published, all of the pause is given back rather than too little.
 */
export function resumeClock(clock: ClockFacts, at: Instant, rule: ClockRule = ruleOf(clock)): ClockFacts {
  const { pausedAt } = clock;
  if (clock.state !== "PAUSED" || pausedAt === null) return factsOf(clock);
  if (clock.dueAtGiven) return { ...factsOf(clock), state: "RUNNING", pausedAt: null };
  const counted = countPause(rule, { from: pausedAt, until: at });
  const given = counted.ok ? counted.value : BigInt(at.getTime() - pausedAt.getTime());
  const pausedMs = givenBefore(clock, pausedAt, rule) + given;
  return {
    ...factsOf(clock),
    state: "RUNNING",
    pausedAt: null,
    pausedMs,
    dueAt: dueOf(rule, clock.startedAt, pausedMs),
  };
}

/** Asks the calendar again for a clock whose date could not be said before. */
export function refreshClock(clock: ClockFacts, rule: ClockRule = ruleOf(clock)): ClockFacts {
  const known = clock.dueAt !== null || clock.dueAtGiven;
  return known ? factsOf(clock) : { ...factsOf(clock), dueAt: dueOf(rule, clock.startedAt, clock.pausedMs) };
}

/** What was due is done: in time, or after all. */
export function meetClock(clock: ClockFacts, at: Instant): ClockFacts {
  if (clock.endedAt !== null) return factsOf(clock);
  return { ...factsOf(clock), state: isOverdue(clock, at) ? "BREACHED" : "MET", pausedAt: null, endedAt: at };
}

/** The matter took another course; nothing is due any more. */
export function cancelClock(clock: ClockFacts, at: Instant): ClockFacts {
  if (clock.endedAt !== null) return factsOf(clock);
  const state = isOverdue(clock, at) ? "BREACHED" : "CANCELLED";
  return { ...factsOf(clock), state, pausedAt: null, endedAt: at };
}

/** The day that the clock's own calendar shows, by which its last day is judged. */
export function dueDayOf(clock: ClockFacts, rule: ClockRule = ruleOf(clock)) {
  return clock.dueAt === null ? null : dayIn(clock.dueAt, rule.timeZone);
}
