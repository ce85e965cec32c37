import { data as currencies } from "currency-codes";
import { describe, expect, test } from "vitest";
import { amountText, digitsOf, minus, readAmount, typedAmount } from "../../web/ui/amount.ts";
import { exponentOf } from "../../web/ui/currency-exponent.ts";
import { MoneyText } from "../../web/ui/MoneyText.tsx";
import { show } from "./support.tsx";

const cny = (minor: string) => ({ minor, currency: "CNY" });

describe("an amount on the screen", () => {
  test.each([
    ["129900", "CNY", "1,299.00"],
    ["5", "CNY", "0.05"],
    ["0", "CNY", "0.00"],
    ["12800", "JPY", "12,800"],
    ["1234567", "KWD", "1,234.567"],
    ["-779", "CNY", "−7.79"],
    ["-123456", "JPY", "−123,456"],
    ["9007199254740993", "CNY", "90,071,992,547,409.93"],
  ])("%s minor units of %s are written %s", (minor, currency, written) => {
    expect(digitsOf({ minor, currency })).toBe(written);
  });

  test("has as many decimals as ISO 4217 says, for every currency of the table", () => {
    const notMoney = /^X(A[GU]|B[A-D]|DR|P[DT]|SU|TS|UA|XX)$/;
    const different = currencies
      .filter(({ code, digits }) => !notMoney.test(code) && exponentOf(code) !== digits)
      .map(({ code }) => code);
    expect(different).toEqual([]);
  });

  test("says its code always, and never breaks between the code and the digits", () => {
    expect(amountText(cny("129900"))).toBe("CNY\u00a01,299.00");
  });

  test("is subtracted exactly where a float would not", () => {
    expect(minus(cny("9007199254740993"), cny("9007199254740992"))).toEqual(cny("1"));
  });

  test("money that came back is struck through, for readers of the screen too", async () => {
    const { container } = await show(<MoneyText amount={cny("246000")} look="returned" />);
    expect(container.querySelector("s")?.textContent).toBe("CNY\u00a02,460.00");
  });
});

describe("an amount that somebody types", () => {
  test.each([
    ["1299", "129900"],
    ["1,299.5", "129950"],
    ["1２99.00", "129900"],
    [" 1 299.00 ", "129900"],
    ["0.05", "5"],
  ])("%s is read", (typed, minor) => {
    expect(readAmount(typed, "CNY")).toEqual(cny(minor));
  });

  test.each(["", "abc", "1.005", "-1", "1.2.3", "1,29", "1e3", "99999999999999999"])("%s is not", (typed) => {
    expect(readAmount(typed, "CNY")).toBeNull();
  });

  test("a yen has no decimals", () => {
    expect(readAmount("12800.5", "JPY")).toBeNull();
    expect(readAmount("12800", "JPY")).toEqual({ minor: "12800", currency: "JPY" });
  });

  test("what a field shows reads back as the same amount", () => {
    expect(readAmount(typedAmount(cny("129900")), "CNY")).toEqual(cny("129900"));
  });
});
