import { describe, expect, test } from "vitest";
import { changesBetween, type DeskSettings, reasonsAgainst } from "../../server/settings/domain/desk-settings.ts";

const stored: DeskSettings = {
  nameZh: "退款服务",
  nameEn: "Refund desk",
  phone: null,
  email: null,
  currency: "CNY",
  timeZone: "Asia/Shanghai",
};

function against(change: Partial<DeskSettings>, zoneInDatabase = true) {
  const to = { ...stored, ...change };
  return reasonsAgainst(to, { zoneInDatabase, changes: changesBetween(stored, to) });
}

describe("the desk's settings", () => {
  test.each<Partial<DeskSettings>>([
    { phone: "95588" },
    { phone: "+86 (21) 6000-1234" },
    { email: "desk@shop.example" },
    { currency: "JPY" },
    { timeZone: "America/Argentina/Buenos_Aires" },
    { timeZone: "UTC" },
    { nameZh: "申".repeat(40) },
  ])("may be %o", (change) => {
    expect(against(change)).toEqual([]);
  });

  test.each<[Partial<DeskSettings>, string]>([
    [{}, "NOTHING_CHANGES"],
    [{ nameZh: " " }, "NAME_UNFIT"],
    [{ nameEn: "x".repeat(41) }, "NAME_UNFIT"],
    [{ nameEn: "Refund\ndesk" }, "NAME_UNFIT"],
    [{ phone: "call us" }, "PHONE_UNFIT"],
    [{ phone: "12" }, "PHONE_UNFIT"],
    [{ phone: "1234567890123456" }, "PHONE_UNFIT"],
    [{ email: "desk" }, "EMAIL_UNFIT"],
    [{ email: "Desk <desk@shop.example>" }, "EMAIL_UNFIT"],
    [{ currency: "XAU" }, "CURRENCY_UNKNOWN"],
    [{ currency: "cny" }, "CURRENCY_UNKNOWN"],
    [{ timeZone: "Mars/Base" }, "TIME_ZONE_UNKNOWN"],
    [{ timeZone: "+08:00" }, "TIME_ZONE_UNKNOWN"],
  ])("may not be %o, for that reason alone", (change, reason) => {
    expect(against(change)).toEqual([reason]);
  });

  test("may not count by a zone that the database does not know", () => {
    expect(against({ timeZone: "Europe/London" }, false)).toEqual(["TIME_ZONE_UNKNOWN"]);
  });

  test("name each change with what it was and what it is", () => {
    expect(changesBetween(stored, { ...stored, phone: "95588", currency: "HKD" })).toEqual([
      { field: "PHONE", before: null, after: "95588" },
      { field: "CURRENCY", before: "CNY", after: "HKD" },
    ]);
  });
});
