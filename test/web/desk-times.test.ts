import { describe, expect, test } from "vitest";
import { day } from "../../server/kernel/day.ts";
import { atTime, dayIn } from "../../server/kernel/zoned-time.ts";
import { keepDesk } from "../../web/i18n/desk.ts";
import {
  afterDay,
  agoText,
  atDesk,
  dayOf,
  dayText,
  deskTime,
  deskZoneName,
  exactText,
  longDayText,
  momentIn,
  momentText,
  plainDayText,
  timeText,
  turnText,
  weekdayTexts,
} from "../../web/i18n/times.ts";

const zones = ["Asia/Shanghai", "Europe/London", "America/New_York", "Pacific/Kiritimati", "Asia/Kathmandu"];
/** Ordinary days, and those on which London and New York move their clocks. */
const days = ["2026-01-15", "2026-07-15", "2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01"];

describe("a time at the desk", () => {
  test.each(zones)("is the same moment to the page as to the server, in %s", (timeZone) => {
    keepDesk({ timeZone, currency: "CNY" });
    for (const on of days)
      for (const time of ["00:00", "09:30", "23:59"])
        expect([on, time, deskTime(on, time)]).toEqual([on, time, atTime(day(on), time, timeZone)]);
  });

  test.each(zones)("of a day that is over is the next one's first moment, in %s", (timeZone) => {
    keepDesk({ timeZone, currency: "CNY" });
    for (const on of days) {
      expect(dayIn(new Date(afterDay(on).getTime() - 1), timeZone)).toBe(on);
      expect(dayOf(afterDay(on))).toBe(dayIn(afterDay(on), timeZone));
      expect(dayOf(afterDay(on))).not.toBe(on);
    }
  });

  test("is shown by the desk's clocks, and named as people name it", () => {
    const at = "2026-11-29T16:30:00.000Z";
    expect([exactText(at), timeText(at, "en"), deskZoneName("zh-CN")]).toEqual([
      ...["2026-11-30 00:30:00", "00:30", "北京时间"],
    ]);
    keepDesk({ timeZone: "Europe/London", currency: "GBP" });
    expect([exactText(at), timeText(at, "en"), deskZoneName("en")]).toEqual([
      ...["2026-11-29 16:30:00", "16:30", "United Kingdom Time"],
    ]);
    expect(atDesk("2026-07-01T09:00").toISOString()).toBe("2026-07-01T08:00:00.000Z");
  });

  test("does not move a day that has no clock", () => {
    keepDesk({ timeZone: "Pacific/Kiritimati", currency: "CNY" });
    expect(dayText("2026-10-10", "en", new Date("2026-05-05T00:00:00Z"))).toBe("Sat 10 Oct");
    keepDesk({ timeZone: "Pacific/Pago_Pago", currency: "CNY" });
    expect(dayText("2026-10-10", "en", new Date("2026-05-05T00:00:00Z"))).toBe("Sat 10 Oct");
  });
});

describe("how long ago", () => {
  const monday = "2026-11-23T01:00:00.000Z";
  test.each([
    ["2026-11-23T01:12:00.000Z", "12 min ago"],
    ["2026-11-24T00:00:00.000Z", "23 h ago"],
    ["2026-11-24T15:59:00.000Z", "yesterday"],
    ["2026-11-25T00:00:00.000Z", "2 days ago"],
    ["2026-12-01T01:00:00.000Z", "Mon 23 Nov"],
  ])("what happened on Monday at 09:00 is, read at %s, %s", (now, text) => {
    expect(agoText(monday, "en", new Date(now))).toBe(text);
  });

  test("counts the desk's days, not those of Greenwich", () => {
    expect(agoText(monday, "zh-CN", new Date("2026-11-24T17:00:00.000Z"))).toBe("前天");
  });
});

test("what turns within a day says when, and what turns with it is the day", () => {
  const now = new Date("2026-11-29T00:00:00Z");
  expect(turnText("2026-11-30T16:00:00.000Z", "en", now)).toBe("1 Dec");
  expect(turnText("2026-12-01T01:30:00.000Z", "en", now)).toBe("1 Dec 09:30");
  expect(turnText("2026-12-01T01:30:00.000Z", "zh-CN", now)).toBe("12月1日 09:30");
  expect(turnText("2026-12-01T05:00:00.000Z", "en", now, "America/New_York")).toBe("1 Dec");
  expect(turnText("2026-11-30T16:00:00.000Z", "en", now, "America/New_York")).toBe("30 Nov 11:00");
  // By another zone's clocks, where somebody chose it by them.
  expect(momentText("2026-12-01T01:30:00.000Z", "en", now, "America/New_York")).toBe("Mon 30 Nov 20:30");
  expect(momentIn("America/New_York", "2026-11-30T20:30").toISOString()).toBe("2026-12-01T01:30:00.000Z");
});

test("a day of another year says which", () => {
  const now = new Date("2026-11-29T00:00:00Z");
  expect(longDayText("2026-10-10", "en", now)).toBe("Saturday 10 October");
  expect(longDayText("2025-10-10", "en", now)).toBe("Friday 10 October 2025");
  expect(longDayText("2025-10-10", "zh-CN", now)).toBe("2025年10月10日 星期五");
  expect(plainDayText("2026-09-10", "en", now)).toBe("10 Sep");
  expect(plainDayText("2025-09-10", "en", now)).toBe("10 Sep 2025");
  expect(plainDayText("2025-09-10", "zh-CN", now)).toBe("2025年9月10日");
  // New Year has come at the desk, not yet at Greenwich.
  expect(plainDayText("2027-01-01", "en", new Date("2026-12-31T16:30:00Z"))).toBe("1 Jan");
});

test("the columns of a month are named from Monday on, in either language", () => {
  expect(weekdayTexts("en")).toEqual(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
  expect(weekdayTexts("zh-CN")).toEqual(["一", "二", "三", "四", "五", "六", "日"]);
});
