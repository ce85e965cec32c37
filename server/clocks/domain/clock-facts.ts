import { builtInCalendars, type CalendarBook } from "../../kernel/calendars.ts";
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
  /** How many of its rule's units it has by the policy of its case; null where the rule itself says it. */
  readonly length: number | null;
  readonly pausedAt: Instant | null;
  /** What past pauses give back; the one under way is not in it yet. */
  readonly pausedMs: bigint;
  readonly endedAt: Instant | null;
}

/** The rule that it goes by, with the length that a policy gave it. */
export const ruleOf = (clock: Pick<ClockFacts, "rule" | "ruleVersion" | "length">): ClockRule =>
  ofLength(getClockRule(clock.rule, clock.ruleVersion), clock.length);

const ofLength = (rule: ClockRule, length: number | null): ClockRule => (length === null ? rule : { ...rule, length });

/** A bare copy, so that what is handed in (a row with more columns) is never changed or carried along. */
function factsOf(clock: ClockFacts): ClockFacts {
  const { rule, ruleVersion, state, startedAt, dueAt, dueAtGiven, length, pausedAt, pausedMs, endedAt } = clock;
  return { rule, ruleVersion, state, startedAt, dueAt, dueAtGiven, length, pausedAt, pausedMs, endedAt };
}

function dueOf(rule: ClockRule, startedAt: Instant, pausedMs: bigint, calendars: CalendarBook): Instant | null {
  const due = computeDue(rule, startedAt, pausedMs, calendars);
  return due.ok ? due.value.dueAt : null;
}

/** What has been promised never comes earlier because a calendar was corrected meanwhile. */
function notBefore(promised: Instant | null, dueAt: Instant | null): Instant | null {
  return promised !== null && dueAt !== null && promised > dueAt ? promised : dueAt;
}

/** A date given from outside wins over the rule's own. */
export function startClock(
  rule: ClockRule,
  startedAt: Instant,
  givenDueAt: Instant | null = null,
  calendars: CalendarBook = builtInCalendars,
  length: number | null = null,
): ClockFacts {
  return {
    rule: rule.id,
    ruleVersion: rule.version,
    state: "RUNNING",
    startedAt,
    dueAt: givenDueAt ?? dueOf(ofLength(rule, length), startedAt, 0n, calendars),
    dueAtGiven: givenDueAt !== null,
    length,
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
function givenBefore(clock: ClockFacts, pausedAt: Instant, rule: ClockRule, calendars: CalendarBook): bigint {
  if (rule.unit === "HOURS" || clock.dueAt === null) return clock.pausedMs;
  const rounded = wholeDays(clock.pausedMs) * BigInt(dayMs);
  const left = countPause(rule, { from: pausedAt, until: clock.dueAt }, calendars);
  return left.ok && left.value < rounded - clock.pausedMs ? rounded : clock.pausedMs;
}

/**
 * Runs on, with the time of the pause given back: hours to the millisecond, days whole, rounded up over all pauses
 * together, so that no pause loses time and a row of short ones does not buy a day each.
 * Where the calendar of the pause is not published, all of the pause is given back rather than too little.
 */
export function resumeClock(
  clock: ClockFacts,
  at: Instant,
  rule: ClockRule = ruleOf(clock),
  calendars: CalendarBook = builtInCalendars,
): ClockFacts {
  const { pausedAt } = clock;
  if (clock.state !== "PAUSED" || pausedAt === null) return factsOf(clock);
  if (clock.dueAtGiven) return { ...factsOf(clock), state: "RUNNING", pausedAt: null };
  const counted = countPause(rule, { from: pausedAt, until: at }, calendars);
  const given = counted.ok ? counted.value : BigInt(at.getTime() - pausedAt.getTime());
  const pausedMs = givenBefore(clock, pausedAt, rule, calendars) + given;
  return {
    ...factsOf(clock),
    state: "RUNNING",
    pausedAt: null,
    pausedMs,
    dueAt: notBefore(clock.dueAt, dueOf(rule, clock.startedAt, pausedMs, calendars)),
  };
}

/** Asks the calendar again for a clock whose date could not be said before. */
export function refreshClock(
  clock: ClockFacts,
  rule: ClockRule = ruleOf(clock),
  calendars: CalendarBook = builtInCalendars,
): ClockFacts {
  const known = clock.dueAt !== null || clock.dueAtGiven;
  return known ? factsOf(clock) : { ...factsOf(clock), dueAt: dueOf(rule, clock.startedAt, clock.pausedMs, calendars) };
}

/** When a clock that still counts would end by these calendars alone; null where they do not bear on it, or cannot say. */
export function dueBy(clock: ClockFacts, now: Instant, calendars: CalendarBook): Instant | null {
  const counts = clock.state === "PAUSED" || (clock.state === "RUNNING" && !isOverdue(clock, now));
  return !counts || clock.dueAtGiven ? null : dueOf(ruleOf(clock), clock.startedAt, clock.pausedMs, calendars);
}

/** Goes by calendars that were corrected: later where they say so, never earlier, and what has run out stays run out. */
export function followCalendars(clock: ClockFacts, now: Instant, calendars: CalendarBook): ClockFacts {
  return { ...factsOf(clock), dueAt: notBefore(clock.dueAt, dueBy(clock, now, calendars)) ?? clock.dueAt };
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
