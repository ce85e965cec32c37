import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addWorkingDays, everyDay, isWeekend, weekdaysOnly } from "../../server/kernel/calendar.ts";
import { calendarIds, calendarOf } from "../../server/kernel/calendars.ts";
import { chinaCalendar } from "../../server/kernel/china-calendar.ts";
import { addDays, type Day, day, daysBetween } from "../../server/kernel/day.ts";

function daysOf(year: number): Day[] {
  const first = day(`${year}-01-01`);
  return Array.from({ length: daysBetween(first, day(`${year + 1}-01-01`)) }, (_, index) => addDays(first, index));
}

const saysOf = (on: Day) => {
  const found = chinaCalendar.workday(on);
  if (found === "NOT_PUBLISHED") throw new Error(`${on} is not published`);
  return found;
};

describe("China's calendar of 2026, as the State Council published it", () => {
  test("works on six weekend days to make up for holidays, and on no other", () => {
    const worked = daysOf(2026).filter((on) => saysOf(on).why === "MAKE_UP_WORKDAY");
    expect(worked).toEqual(["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]);
    expect(worked.every((on) => saysOf(on).working && isWeekend(on))).toBe(true);
  });

  test.each([
    ["元旦", "2026-01-01", "2026-01-03"],
    ["春节", "2026-02-15", "2026-02-23"],
    ["清明", "2026-04-04", "2026-04-06"],
    ["劳动节", "2026-05-01", "2026-05-05"],
    ["端午", "2026-06-19", "2026-06-21"],
    ["中秋", "2026-09-25", "2026-09-27"],
    ["国庆节", "2026-10-01", "2026-10-07"],
  ])("%s is off from %s to %s", (zh, first, last) => {
    for (let on = day(first); on <= last; on = addDays(on, 1)) {
      expect(saysOf(on)).toMatchObject({ working: false, why: "HOLIDAY", name: { zh } });
    }
  });

  test.each([
    ["the eve of Spring Festival's holiday, a Saturday that is worked", "2026-02-14", true],
    ["the first day of it, a Sunday", "2026-02-15", false],
    ["its last day, a Monday", "2026-02-23", false],
    ["the Tuesday after it", "2026-02-24", true],
    ["the Saturday that makes up for it", "2026-02-28", true],
    ["the Sunday after that", "2026-03-01", false],
    ["the Sunday before National Day that is worked", "2026-09-20", true],
    ["the eve of National Day", "2026-09-30", true],
    ["National Day", "2026-10-01", false],
    ["the day after its holiday", "2026-10-08", true],
    ["the Saturday that makes up for it, ten days in", "2026-10-10", true],
    ["the Sunday after", "2026-10-11", false],
  ])("%s (%s) is worked: %s", (_what, on, working) => expect(saysOf(day(on)).working).toBe(working));

  test("an ordinary weekend says that it is one, an ordinary weekday needs no reason", () => {
    expect(saysOf(day("2026-07-04"))).toEqual({ working: false, why: "WEEKEND" });
    expect(saysOf(day("2026-07-06"))).toEqual({ working: true });
  });

  test("has 248 working days in all", () => {
    expect(daysOf(2026).filter((on) => saysOf(on).working)).toHaveLength(248);
  });
});

describe("a year that nobody has published", () => {
  test("is said to be so from its first day, and the last published day is known", () => {
    expect(chinaCalendar.publishedUntil).toBe("2026-12-31");
    expect(chinaCalendar.workday(day("2026-12-31"))).toEqual({ working: true });
    expect(chinaCalendar.workday(day("2027-01-01"))).toBe("NOT_PUBLISHED");
    expect(chinaCalendar.workday(day("2027-06-15"))).toBe("NOT_PUBLISHED");
    expect(chinaCalendar.workday(day("2006-12-31"))).toBe("NOT_PUBLISHED");
    expect(chinaCalendar.workday(day("2007-01-01"))).toMatchObject({ working: false });
  });

  test("refuses a count that reaches into it, and not one that ends on the day before", () => {
    expect(addWorkingDays(chinaCalendar, day("2026-12-30"), 1)).toMatchObject({
      ok: true,
      value: { day: "2026-12-31" },
    });
    expect(addWorkingDays(chinaCalendar, day("2026-12-30"), 2)).toEqual({
      ok: false,
      error: { code: "CALENDAR_NOT_PUBLISHED", calendar: "CN", year: 2027 },
    });
  });
});

describe("counting working days", () => {
  test("passes National Day and counts the Saturday that makes up for it, each day with its reason", () => {
    const counted = addWorkingDays(chinaCalendar, day("2026-09-30"), 3);
    if (!counted.ok) throw new Error("2026 is published");
    expect(counted.value.day).toBe("2026-10-10");
    expect(counted.value.days.map(({ day: on, number, why }) => [on, number, why])).toEqual([
      ["2026-10-01", null, "HOLIDAY"],
      ["2026-10-02", null, "HOLIDAY"],
      ["2026-10-03", null, "HOLIDAY"],
      ["2026-10-04", null, "HOLIDAY"],
      ["2026-10-05", null, "HOLIDAY"],
      ["2026-10-06", null, "HOLIDAY"],
      ["2026-10-07", null, "HOLIDAY"],
      ["2026-10-08", 1, null],
      ["2026-10-09", 2, null],
      ["2026-10-10", 3, "MAKE_UP_WORKDAY"],
    ]);
  });

  test("the start is day 0, whatever day it is, and none counted ends on it", () => {
    expect(addWorkingDays(weekdaysOnly, day("2026-07-04"), 1)).toMatchObject({ value: { day: "2026-07-06" } });
    expect(addWorkingDays(weekdaysOnly, day("2026-07-06"), 1)).toMatchObject({ value: { day: "2026-07-07" } });
    expect(addWorkingDays(everyDay, day("2026-07-04"), 0)).toEqual({
      ok: true,
      value: { day: "2026-07-04", days: [] },
    });
  });

  test("less than none, a part of a day, or more than any rule knows is a broken promise", () => {
    for (const count of [-1, 0.5, 100_000, Number.NaN]) {
      expect(() => addWorkingDays(everyDay, day("2026-01-01"), count)).toThrow("Cannot count");
    }
  });

  test("in whichever calendar, exactly that many days are numbered and the last of them is the end", () => {
    const starts = fc.integer({ min: 0, max: 3000 }).map((count) => addDays(day("2015-01-01"), count));
    fc.assert(
      fc.property(fc.constantFrom(...calendarIds), starts, fc.integer({ min: 1, max: 60 }), (id, from, count) => {
        const counted = addWorkingDays(calendarOf(id), from, count);
        if (!counted.ok) throw new Error(`${id} must know ${from}`);
        const numbered = counted.value.days.filter(({ number }) => number !== null);
        expect(numbered.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
        expect(numbered.at(-1)?.day).toBe(counted.value.day);
        expect(counted.value.days).toHaveLength(daysBetween(from, counted.value.day));
      }),
    );
  });
});
