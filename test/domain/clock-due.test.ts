import { describe, expect, test } from "vitest";
import type { ClockRule } from "../../server/clocks/domain/clock-rule.ts";
import { computeDue } from "../../server/clocks/domain/due.ts";
import { getClockRule } from "../../server/clocks/domain/rules.ts";

const shanghai = (text: string) => new Date(`${text}+08:00`);
const decideRequest = getClockRule("decide-request", 1);

function dueOf(rule: ClockRule, startedAt: Date, pausedMs = 0n) {
  const due = computeDue(rule, startedAt, pausedMs);
  if (!due.ok) throw new Error(`${due.error.code} ${due.error.year}`);
  return due.value;
}

describe("five working days to decide a request", () => {
  test.each([
    ["over a plain week end", "2026-07-06T09:00:00", "2026-07-13T23:59:59.999"],
    ["from the first millisecond of the day", "2026-07-06T00:00:00", "2026-07-13T23:59:59.999"],
    ["from its last", "2026-07-06T23:59:59.999", "2026-07-13T23:59:59.999"],
    ["from the first of the next", "2026-07-07T00:00:00", "2026-07-14T23:59:59.999"],
    ["asked for on a Saturday, as on the Friday before", "2026-07-11T12:00:00", "2026-07-17T23:59:59.999"],
    ["over National Day, with the Saturday that makes up for it", "2026-09-30T10:00:00", "2026-10-13T23:59:59.999"],
    ["over Spring Festival, with the Saturday after it", "2026-02-13T10:00:00", "2026-02-27T23:59:59.999"],
    ["asked for on a Saturday that is worked", "2026-02-28T10:00:00", "2026-03-06T23:59:59.999"],
  ])("%s end at the end of the fifth", (_how, from, until) => {
    expect(dueOf(decideRequest, shanghai(from)).dueAt).toEqual(shanghai(until));
  });

  test("are proved by every day, numbered or with the reason why not", () => {
    const { proof } = dueOf(decideRequest, shanghai("2026-02-13T10:00:00"));
    expect(proof).toMatchObject({
      rule: "decide-request",
      ruleVersion: 1,
      startDay: "2026-02-13",
      dueDay: "2026-02-27",
    });
    expect(proof.days.map(({ day, number, why }) => `${day} ${number ?? "-"} ${why ?? ""}`.trim())).toEqual([
      "2026-02-14 1 MAKE_UP_WORKDAY",
      ...["15", "16", "17", "18", "19", "20", "21", "22", "23"].map((date) => `2026-02-${date} - HOLIDAY`),
      "2026-02-24 2",
      "2026-02-25 3",
      "2026-02-26 4",
      "2026-02-27 5",
    ]);
    expect(proof.days[1]?.name).toEqual({ zh: "春节", en: "Spring Festival" });
  });

  test("end on the last published day, and are not guessed beyond it", () => {
    expect(dueOf(decideRequest, shanghai("2026-12-24T09:00:00")).proof.dueDay).toBe("2026-12-31");
    expect(computeDue(decideRequest, shanghai("2026-12-25T09:00:00"))).toEqual({
      ok: false,
      error: { code: "CALENDAR_NOT_PUBLISHED", calendar: "CN", year: 2027 },
    });
  });

  test("take as many days more as the clock stood still, begun days whole", () => {
    const dayMs = 86_400_000n;
    const dueDay = (pausedMs: bigint) => dueOf(decideRequest, shanghai("2026-07-06T09:00:00"), pausedMs).proof.dueDay;
    expect(dueDay(0n)).toBe("2026-07-13");
    expect(dueDay(1n)).toBe("2026-07-14");
    expect(dueDay(dayMs)).toBe("2026-07-14");
    expect(dueDay(dayMs + 1n)).toBe("2026-07-15");
  });
});

describe("other units and places", () => {
  test("calendar days count holidays and need no published calendar", () => {
    const appeal = getClockRule("appeal-window", 1);
    expect(dueOf(appeal, shanghai("2026-09-25T10:00:00")).dueAt).toEqual(shanghai("2026-10-10T23:59:59.999"));
    expect(dueOf(appeal, shanghai("2026-12-25T10:00:00")).proof.dueDay).toBe("2027-01-09");
  });

  test("hours run to the millisecond, and stand still to the millisecond", () => {
    const answer = getClockRule("wechat-first-answer", 1);
    const from = shanghai("2026-10-01T10:00:00.123");
    expect(dueOf(answer, from).dueAt).toEqual(shanghai("2026-10-02T10:00:00.123"));
    expect(dueOf(answer, from, 90_000n).dueAt).toEqual(shanghai("2026-10-02T10:01:30.123"));
  });

  test("the day is the one of the rule's own place, over a change of its clocks", () => {
    const cfpb = getClockRule("us-cfpb-answer", 1);
    const due = dueOf(cfpb, new Date("2026-10-26T03:00:00Z"));
    expect(due.proof.startDay).toBe("2026-10-25");
    expect(due.dueAt).toEqual(new Date("2026-11-10T04:59:59.999Z"));
  });

  test("a rule may end at a time of its last day", () => {
    const atFive: ClockRule = { ...getClockRule("approval", 1), endsAt: "17:00" };
    expect(dueOf(atFive, shanghai("2026-07-10T18:00:00")).dueAt).toEqual(shanghai("2026-07-13T17:00:00"));
  });
});
