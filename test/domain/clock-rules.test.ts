import { describe, expect, test } from "vitest";
import { caseClocks } from "../../server/cases/domain/case-clocks.ts";
import { clockRules, findClockRule, getClockRule, listClockRules } from "../../server/clocks/domain/rules.ts";
import type { ClockKind } from "../../server/clocks/domain/words.ts";
import { day } from "../../server/kernel/day.ts";
import { isTimeZone } from "../../server/kernel/zoned-time.ts";

const today = day("2026-11-23");
const inForce = (id: string, on = today) => findClockRule(id, on);

describe("the rules of clocks", () => {
  test.each([
    ["decide-request", 5, "WORKING_DAYS", "DESK"],
    ["merchant-answer", 3, "WORKING_DAYS", "MERCHANT"],
    ["customer-information", 7, "CALENDAR_DAYS", "CUSTOMER"],
    ["approval", 1, "WORKING_DAYS", "DESK"],
    ["refund-arrival", 3, "WORKING_DAYS", "ACQUIRER"],
    ["appeal-window", 15, "CALENDAR_DAYS", "CUSTOMER"],
    ["offer-answer", 7, "CALENDAR_DAYS", "CUSTOMER"],
    ["reopen-window", 30, "CALENDAR_DAYS", "DESK"],
    ["bank-ruling", 45, "CALENDAR_DAYS", "BANK"],
    ["dispute-answer-visa", 30, "CALENDAR_DAYS", "DESK"],
    ["dispute-answer-mastercard", 45, "CALENDAR_DAYS", "DESK"],
    ["dispute-answer-amex", 20, "CALENDAR_DAYS", "DESK"],
    ["dispute-answer-discover", 30, "CALENDAR_DAYS", "DESK"],
    ["dispute-answer-unionpay", 20, "CALENDAR_DAYS", "DESK"],
    ["agency-accept", 7, "WORKING_DAYS", "AGENCY"],
    ["agency-mediation", 45, "WORKING_DAYS", "AGENCY"],
    ["us-cfpb-answer", 15, "CALENDAR_DAYS", "DESK"],
    ["us-cfpb-final", 60, "CALENDAR_DAYS", "DESK"],
    ["uk-disp-final-response", 56, "CALENDAR_DAYS", "DESK"],
    ["us-reg-e-extended-pos", 90, "CALENDAR_DAYS", "BANK"],
  ])("%s: %i %s for the %s", (id, length, unit, owner) => {
    expect(inForce(id)).toMatchObject({ length, unit, owner });
  });

  test("a figure that nobody here has read is marked as unconfirmed", () => {
    expect(inForce("dispute-answer-unionpay")?.source.confirmed).toBe(false);
    expect(inForce("cn-banking-complaint")?.source.confirmed).toBe(false);
    expect(inForce("dispute-answer-visa")?.source.confirmed).toBe(true);
  });

  test("mediation by 12315 is confirmed up to the day before Order 121, and not from that day on", () => {
    expect(inForce("agency-mediation", day("2026-04-14"))).toMatchObject({ version: 1, source: { confirmed: true } });
    expect(inForce("agency-mediation", day("2026-04-15"))).toMatchObject({ version: 2, source: { confirmed: false } });
  });

  test("a running clock finds its own version again, in force or not; a rule that never was is a broken promise", () => {
    expect(getClockRule("agency-mediation", 1).effectiveUntil).toBe("2026-04-14");
    expect(() => getClockRule("agency-mediation", 9)).toThrow("version 9");
    expect(inForce("no-such-rule")).toBeNull();
  });

  test("every network's answer is of one kind", () => {
    expect(listClockRules("dispute-answer", today).map(({ jurisdiction }) => jurisdiction)).toEqual(
      expect.arrayContaining(["VISA", "MASTERCARD", "AMEX", "DISCOVER", "UNIONPAY"]),
    );
  });

  test("every clock of a case has a rule in force, which stands still in the same states", () => {
    for (const { rule: kind, pausedIn } of caseClocks) {
      const rules = listClockRules(kind as ClockKind, today);
      expect(rules.length, kind).toBeGreaterThan(0);
      for (const rule of rules) expect(rule).toMatchObject({ kind, pausedIn });
    }
  });

  test.each(clockRules.map((rule) => [`${rule.id} ${rule.version}`, rule] as const))("%s is whole", (_name, rule) => {
    expect(rule.length).toBeGreaterThan(0);
    expect(rule.warnAt).toBeGreaterThan(0);
    expect(rule.warnAt).toBeLessThan(1);
    expect(isTimeZone(rule.timeZone)).toBe(true);
    expect(rule.calendar === "EVERY_DAY").toBe(rule.unit !== "WORKING_DAYS");
    for (const { zh, en } of [rule.title, rule.consequence]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
      expect(en).not.toBe("");
    }
    expect(rule.source.title.zh).toMatch(/\p{Script=Han}/u);
    for (const { zh, en } of [rule.source.title, rule.source.citation]) {
      expect(zh).not.toBe("");
      expect(en).not.toBe("");
      expect(en).not.toMatch(/\p{Script=Han}/u);
      // In Chinese what is a sentence is Chinese; paragraphs and addresses are called the same.
      if (/[a-z]{3,} [a-z]{3,}/.test(en)) expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });

  test("no two versions of one rule are in force on one day, and none has a number twice", () => {
    const names = clockRules.map(({ id, version }) => `${id} ${version}`);
    expect(new Set(names).size).toBe(names.length);
    for (const on of ["2020-01-01", "2026-04-14", "2026-04-15", "2030-01-01"].map(day)) {
      const open = clockRules.filter(
        ({ effectiveFrom, effectiveUntil }) => (effectiveFrom ?? on) <= on && on <= (effectiveUntil ?? on),
      );
      expect(new Set(open.map(({ id }) => id)).size).toBe(open.length);
    }
  });
});
