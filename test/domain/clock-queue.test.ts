import { describe, expect, test } from "vitest";
import { type ClockFacts, pauseClock, startClock } from "../../server/clocks/domain/clock-facts.ts";
import { getClockRule } from "../../server/clocks/domain/rules.ts";
import { bindingClock, fractionLeft, warningAt } from "../../server/clocks/domain/time-left.ts";

const at = (text: string) => new Date(`${text}+08:00`);
const hours = getClockRule("wechat-first-answer", 1);
const aDay = startClock(hours, at("2026-07-06T00:00:00"));
const clock = (change: Partial<ClockFacts>): ClockFacts => ({ ...aDay, ...change });

describe("the time left", () => {
  test.each([
    ["at the start", "2026-07-06T00:00:00", 1],
    ["before the start", "2026-07-05T00:00:00", 1],
    ["half way", "2026-07-06T12:00:00", 0.5],
    ["at the end", "2026-07-07T00:00:00", 0],
    ["after the end", "2026-08-01T00:00:00", 0],
  ])("%s is the fraction that one would expect", (_when, now, left) => expect(fractionLeft(aDay, at(now))).toBe(left));

  test("of a paused clock stays what it was when it was paused", () => {
    const paused = pauseClock(aDay, at("2026-07-06T18:00:00"));
    expect(fractionLeft(paused, at("2026-09-01T00:00:00"))).toBe(0.25);
  });

  test("is not known where the end is not", () => {
    expect(fractionLeft(clock({ dueAt: null }), at("2026-07-06T12:00:00"))).toBeNull();
    expect(warningAt(clock({ dueAt: null }))).toBeNull();
  });

  test("gives the moment of the warning, by the rule or by whoever asks; none for a clock that stands still", () => {
    expect(warningAt(aDay, 0.25)).toEqual(at("2026-07-06T18:00:00"));
    expect(warningAt(aDay)).toEqual(at("2026-07-06T16:48:00"));
    expect(warningAt(pauseClock(aDay, at("2026-07-06T01:00:00")))).toBeNull();
  });
});

describe("the clock that decides a case's place in the queue", () => {
  const soon = clock({ rule: "approval", dueAt: at("2026-07-08T00:00:00") });
  const late = clock({ rule: "decide-request", dueAt: at("2026-07-10T00:00:00") });

  test("is the first to run out, in whatever order they are read", () => {
    expect(bindingClock([late, soon])).toBe(soon);
    expect(bindingClock([soon, late])).toBe(soon);
  });

  test.each(["PAUSED", "MET", "BREACHED", "CANCELLED"] as const)("is none that is %s", (state) => {
    expect(bindingClock([{ ...soon, state }, late])).toBe(late);
  });

  test("is none whose end is not known, and none at all where there is no other", () => {
    expect(bindingClock([clock({ dueAt: null }), late])).toBe(late);
    expect(bindingClock([clock({ dueAt: null })])).toBeNull();
    expect(bindingClock([])).toBeNull();
  });

  test("is the same one for every process when two run out at once", () => {
    const twin = { ...soon, rule: "refund-arrival" };
    expect(bindingClock([twin, soon])).toBe(soon);
    expect(bindingClock([soon, twin])).toBe(soon);
  });
});
