import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  breachClock,
  type ClockFacts,
  cancelClock,
  isOverdue,
  meetClock,
  pauseClock,
  refreshClock,
  resumeClock,
  startClock,
} from "../../server/clocks/domain/clock-facts.ts";
import type { ClockRule } from "../../server/clocks/domain/clock-rule.ts";
import { countPause } from "../../server/clocks/domain/pause.ts";
import { clockRules, getClockRule } from "../../server/clocks/domain/rules.ts";

const shanghai = (text: string) => new Date(`${text}+08:00`);
const decideRequest = getClockRule("decide-request", 1);
const hourMs = 3_600_000;

/** Monday the sixth of July 2026, nine o'clock; due at the end of Monday the thirteenth. */
const aClock = (change: Partial<ClockFacts> = {}): ClockFacts => ({
  ...startClock(decideRequest, shanghai("2026-07-06T09:00:00")),
  ...change,
});

const pausedFor = (from: string, until: string) => resumeClock(pauseClock(aClock(), shanghai(from)), shanghai(until));

describe("a clock that stands still", () => {
  test("has its pause on record, and binds nobody meanwhile", () => {
    const paused = pauseClock(aClock(), shanghai("2026-07-07T10:00:00"));
    expect(paused).toMatchObject({ state: "PAUSED", pausedAt: shanghai("2026-07-07T10:00:00"), endedAt: null });
    expect(isOverdue(paused, shanghai("2026-12-01T00:00:00"))).toBe(false);
  });

  test.each([
    ["an hour", "2026-07-07T10:00:00", "2026-07-07T11:00:00", "2026-07-14"],
    ["not at all", "2026-07-07T10:00:00", "2026-07-07T10:00:00", "2026-07-13"],
    ["a day to the millisecond", "2026-07-07T10:00:00", "2026-07-08T10:00:00", "2026-07-14"],
    ["a millisecond more than a day", "2026-07-07T10:00:00", "2026-07-08T10:00:00.001", "2026-07-15"],
    ["over a week end, which costs no working day", "2026-07-11T00:00:00", "2026-07-13T00:00:00", "2026-07-13"],
    ["from Friday evening to Monday morning", "2026-07-10T18:00:00", "2026-07-13T09:00:00", "2026-07-14"],
    ["for three working days", "2026-07-07T10:00:00", "2026-07-10T10:00:00", "2026-07-16"],
    ["over National Day", "2026-07-07T00:00:00", "2026-10-08T00:00:00", "2026-10-13"],
  ])("%s gives back what it took, in whole days", (_long, from, until, dueDay) => {
    expect(pausedFor(from, until)).toMatchObject({ state: "RUNNING", pausedAt: null });
    expect(pausedFor(from, until).dueAt).toEqual(shanghai(`${dueDay}T23:59:59.999`));
  });

  test("for a minute, five times, gains one day and not five", () => {
    const clock = [1, 2, 3, 4, 5].reduce(
      (running, hour) =>
        resumeClock(pauseClock(running, shanghai(`2026-07-07T0${hour}:00:00`)), shanghai(`2026-07-07T0${hour}:01:00`)),
      aClock(),
    );
    expect(clock).toMatchObject({ pausedMs: 300_000n, dueAt: shanghai("2026-07-14T23:59:59.999") });
  });

  test("while it runs on what rounding gave it, has as much left afterwards", () => {
    const once = pausedFor("2026-07-07T10:00:00", "2026-07-07T10:01:00");
    const twice = resumeClock(pauseClock(once, shanghai("2026-07-14T23:55:00")), shanghai("2026-07-15T00:10:00"));
    expect(twice.dueAt).toEqual(shanghai("2026-07-15T23:59:59.999"));
  });

  test("until a year that nobody has published has no date, loses nothing, and gets one when the calendar comes", () => {
    const resumed = pausedFor("2026-07-07T00:00:00", "2027-01-10T00:00:00");
    expect(resumed).toMatchObject({ state: "RUNNING", dueAt: null });
    expect(resumed.pausedMs).toBe(187n * 24n * BigInt(hourMs));
    expect(refreshClock(resumed).dueAt).toBeNull();
    const published = { ...decideRequest, calendar: "WEEKDAYS" } as const;
    expect(refreshClock(resumed, published).dueAt?.getTime()).toBeGreaterThan(
      shanghai("2027-01-10T00:00:00").getTime(),
    );
  });

  test("keeps a date that came from outside", () => {
    const given = shanghai("2026-07-20T12:00:00");
    const clock = startClock(decideRequest, shanghai("2026-07-06T09:00:00"), given);
    const resumed = resumeClock(pauseClock(clock, shanghai("2026-07-07T09:00:00")), shanghai("2026-07-15T09:00:00"));
    expect(resumed).toMatchObject({ dueAt: given, dueAtGiven: true });
  });

  test("is not what a clock can become that has run out: pausing it late does not hide the breach", () => {
    expect(pauseClock(aClock(), shanghai("2026-07-13T23:59:59.999"))).toMatchObject({ state: "PAUSED" });
    expect(pauseClock(aClock(), shanghai("2026-07-14T00:00:00"))).toMatchObject({ state: "BREACHED", pausedAt: null });
  });
});

describe("whatever the rule and however often it stands still", () => {
  const rules = fc.constantFrom(...clockRules.filter(({ effectiveUntil }) => effectiveUntil === null));
  const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);
  const minutes = fc.integer({ min: 0, max: 20 * 24 * 60 });
  const start = fc.date({ min: new Date("2024-01-01"), max: new Date("2025-06-01"), noInvalidDate: true });
  /** Shares of days of 23 and 25 hours are rounded to the millisecond. */
  const roundingMs = 20n;
  const pauses = fc.array(fc.tuple(minutes, minutes), { maxLength: 4 });

  /** The time between two moments as the rule counts it: only in days that it counts. */
  function countedMs(rule: ClockRule, from: Date, until: Date): bigint {
    const counted = countPause(rule, { from, until });
    if (!counted.ok) throw new Error(`${counted.error.year} is published`);
    return counted.value;
  }

  function leftMs(clock: ClockFacts, at: Date): bigint {
    if (clock.dueAt === null) throw new Error("The year of its end is published");
    return countedMs(getClockRule(clock.rule, clock.ruleVersion), at, clock.dueAt);
  }

  /**
   * What must be left after a pause: the rest of what the rule grants, or, once that is used up, what there was. So near
   * to its end that a rounded share decides, either is right, and what the clock chose is what it owes from then on.
   */
  function owed(rest: bigint, before: bigint, after: bigint): bigint {
    if (rest > roundingMs) return rest;
    return rest < -roundingMs || after + roundingMs >= before ? before : 0n;
  }

  test("no pause loses time: what the rule grants is never cut short, and no clock runs out while it stands still", () => {
    fc.assert(
      fc.property(rules, start, pauses, (rule, startedAt, spells) => {
        let clock = startClock(rule, startedAt);
        let at = startedAt;
        let rest = leftMs(clock, startedAt);
        for (const [running, still] of spells) {
          const pausedAt = minutesAfter(at, running);
          if (isOverdue(clock, pausedAt)) return;
          const before = leftMs(clock, pausedAt);
          const ran = countedMs(rule, at, pausedAt);
          at = minutesAfter(pausedAt, still);
          clock = resumeClock(pauseClock(clock, pausedAt), at);
          rest = owed(rest - ran, before, leftMs(clock, at));
          expect(leftMs(clock, at) + roundingMs).toBeGreaterThanOrEqual(rest);
          expect(isOverdue(clock, at)).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("pauses that end before the time granted is used up gain less than a day, all together", () => {
    fc.assert(
      fc.property(rules, start, pauses, (rule, startedAt, spells) => {
        let clock = startClock(rule, startedAt);
        let at = startedAt;
        let ran = 0n;
        const granted = leftMs(clock, startedAt);
        for (const [running, still] of spells) {
          const pausedAt = minutesAfter(at, running);
          ran += countedMs(rule, at, pausedAt);
          if (ran + roundingMs >= granted) return;
          at = minutesAfter(pausedAt, still);
          clock = resumeClock(pauseClock(clock, pausedAt), at);
          expect(ran + leftMs(clock, at)).toBeLessThan(granted + 86_400_000n + roundingMs);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("a clock paused and resumed at once is the clock that it was", () => {
    fc.assert(
      fc.property(rules, start, (rule, startedAt) => {
        const clock = startClock(rule, startedAt);
        expect(resumeClock(pauseClock(clock, startedAt), startedAt)).toEqual(clock);
      }),
    );
  });
});

describe("the end of a clock", () => {
  test("is met up to the very last millisecond, and breached on the next", () => {
    const last = shanghai("2026-07-13T23:59:59.999");
    expect(meetClock(aClock(), last)).toMatchObject({ state: "MET", endedAt: last });
    expect(meetClock(aClock(), shanghai("2026-07-14T00:00:00"))).toMatchObject({ state: "BREACHED" });
  });

  test("of one that has run out stays a breach when it is done after all or called off, with the time of that", () => {
    const breached = breachClock(aClock());
    const at = shanghai("2026-07-20T09:00:00");
    expect(breached).toMatchObject({ state: "BREACHED", endedAt: null });
    expect(meetClock(breached, at)).toMatchObject({ state: "BREACHED", endedAt: at });
    expect(cancelClock(breached, at)).toMatchObject({ state: "BREACHED", endedAt: at });
  });

  test("comes to a paused clock too, and leaves no pause open", () => {
    const paused = pauseClock(aClock(), shanghai("2026-07-07T10:00:00"));
    const at = shanghai("2026-09-01T10:00:00");
    expect(meetClock(paused, at)).toMatchObject({ state: "MET", pausedAt: null, endedAt: at });
    expect(cancelClock(paused, at)).toMatchObject({ state: "CANCELLED", pausedAt: null, endedAt: at });
  });

  test("comes once: whatever follows changes nothing", () => {
    const met = meetClock(aClock(), shanghai("2026-07-07T10:00:00"));
    const later = shanghai("2026-07-08T10:00:00");
    for (const act of [pauseClock, resumeClock, meetClock, cancelClock, breachClock])
      expect(act(met, later)).toEqual(met);
  });

  test("changes nothing of the row that was handed in, and carries none of its other columns", () => {
    const row = Object.freeze({ ...aClock(), id: "row", caseId: "case" });
    expect(pauseClock(row, shanghai("2026-07-07T10:00:00"))).not.toHaveProperty("id");
    expect(row.state).toBe("RUNNING");
  });
});
