import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day, daysBetween, isDay, weekday } from "../../server/kernel/day.ts";
import { atTime, dayIn, endOfDay, isTimeZone, startOfDay } from "../../server/kernel/zoned-time.ts";

const zones = [
  "Asia/Shanghai",
  "America/New_York",
  "Europe/London",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Pacific/Kiritimati",
];

describe("days", () => {
  test.each(["2026-02-29", "2026-13-01", "2026-1-1", "", "2026-01-01T00:00", "20260101"])("%j is none", (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow("not a day");
  });

  test("go over the ends of months and leap years", () => {
    expect(addDays(day("2028-02-28"), 1)).toBe("2028-02-29");
    expect(addDays(day("2026-12-31"), 1)).toBe("2027-01-01");
    expect(addDays(day("2026-03-01"), -1)).toBe("2026-02-28");
    expect(daysBetween(day("2026-01-01"), day("2027-01-01"))).toBe(365);
    expect(weekday(day("2026-10-01"))).toBe("THURSDAY");
  });

  test("added and counted agree", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (count) => {
        expect(daysBetween(day("2026-01-01"), addDays(day("2026-01-01"), count))).toBe(count);
      }),
    );
  });
});

describe("the time in a zone", () => {
  test("Shanghai's day begins at sixteen hours UTC of the day before, and not a millisecond sooner", () => {
    expect(dayIn(new Date("2026-09-30T15:59:59.999Z"), "Asia/Shanghai")).toBe("2026-09-30");
    expect(dayIn(new Date("2026-09-30T16:00:00.000Z"), "Asia/Shanghai")).toBe("2026-10-01");
    // Whatever a machine sends is a day: a year of few digits is no other year.
    expect(dayIn(new Date("0099-06-01T00:00:00Z"), "UTC")).toBe("0099-06-01");
    expect(endOfDay(day("2026-09-30"), "Asia/Shanghai")).toEqual(new Date("2026-09-30T15:59:59.999Z"));
  });

  test.each([
    ["in summer", "2026-07-01", "17:00", "America/New_York", "2026-07-01T21:00:00Z"],
    ["in winter", "2026-12-01", "17:00", "America/New_York", "2026-12-01T22:00:00Z"],
    ["skipped in spring", "2026-03-08", "02:30", "America/New_York", "2026-03-08T07:30:00Z"],
    ["shown twice in autumn", "2026-11-01", "01:30", "America/New_York", "2026-11-01T05:30:00Z"],
    ["just after the change", "2026-03-29", "02:00", "Europe/London", "2026-03-29T01:00:00Z"],
    ["in a zone that changes by half an hour", "2026-04-05", "12:00", "Australia/Lord_Howe", "2026-04-05T01:30:00Z"],
  ])("of a time %s is right", (_when, on, time, zone, expected) => {
    expect(atTime(day(on), time, zone)).toEqual(new Date(expected));
  });

  test("a day that has no midnight begins when its first hour does", () => {
    expect(startOfDay(day("2026-09-06"), "America/Santiago")).toEqual(new Date("2026-09-06T04:00:00Z"));
    expect(endOfDay(day("2026-09-05"), "America/Santiago")).toEqual(new Date("2026-09-06T03:59:59.999Z"));
  });

  test("every day in every zone ends on that day, and the next millisecond belongs to the next", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 3650 }), (zone, count) => {
        const on = addDays(day("2020-01-01"), count);
        const end = endOfDay(on, zone);
        expect(dayIn(end, zone)).toBe(on);
        expect(dayIn(new Date(end.getTime() + 1), zone)).toBe(addDays(on, 1));
        expect(dayIn(startOfDay(on, zone), zone)).toBe(on);
      }),
    );
  });

  test("a zone or a time that does not exist is said to be so", () => {
    expect([isTimeZone("Asia/Shanghai"), isTimeZone("Mars/Olympus")]).toEqual([true, false]);
    expect(() => atTime(day("2026-01-01"), "24:00", "Asia/Shanghai")).toThrow("time of day");
  });
});
