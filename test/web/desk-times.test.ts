import { afterEach, describe, expect, test } from "vitest";
import { day } from "../../server/kernel/day.ts";
import { atTime, dayIn } from "../../server/kernel/zoned-time.ts";
import { keepDesk } from "../../web/i18n/desk.ts";
import { afterDay, atDesk, dayOf, dayText, deskTime, deskZoneName, exactText, timeText } from "../../web/i18n/times.ts";

afterEach(() => keepDesk({ timeZone: "Asia/Shanghai", currency: "CNY" }));

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
