import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exponentOf, isCurrencyCode } from "../../server/kernel/currency.ts";
import { add, compare, formatMoney, money, parseAmount, subtract, toDecimal, zero } from "../../server/kernel/money.ts";

const currencies = fc.constantFrom("CNY", "JPY", "KWD", "USD");
const minors = fc.bigInt({ min: 0n, max: 10n ** 15n });

describe("an amount that somebody types", () => {
  test.each([
    ["1551.99", "CNY", 155_199n],
    ["3920.0", "CNY", 392_000n],
    ["0", "CNY", 0n],
    ["007", "CNY", 700n],
    ["1.990", "CNY", 199n],
    ["  12.5 ", "CNY", 1250n],
    ["１２．５", "CNY", 1250n],
    ["500", "JPY", 500n],
    ["500.00", "JPY", 500n],
    ["1.234", "KWD", 1234n],
    ["10000000000000.00", "CNY", 10n ** 15n],
  ])("%j in %s is read exactly", (text, currency, minor) => {
    expect(parseAmount(text, currency)).toEqual({ ok: true, value: { minor, currency } });
  });

  test.each([
    ["", "CNY", "AMOUNT_EMPTY"],
    ["   ", "CNY", "AMOUNT_EMPTY"],
    ["-3", "CNY", "AMOUNT_NEGATIVE"],
    ["−3.00", "CNY", "AMOUNT_NEGATIVE"],
    ["12,800", "CNY", "AMOUNT_GROUPED"],
    ["12，800", "CNY", "AMOUNT_GROUPED"],
    ["1 299.00", "CNY", "AMOUNT_GROUPED"],
    ["1.299,00", "CNY", "AMOUNT_GROUPED"],
    ["1.999", "CNY", "AMOUNT_TOO_FINE"],
    ["0.5", "JPY", "AMOUNT_TOO_FINE"],
    ["1.2345", "KWD", "AMOUNT_TOO_FINE"],
    ["10000000000000.01", "CNY", "AMOUNT_TOO_LARGE"],
    ["9".repeat(100_000), "CNY", "AMOUNT_TOO_LARGE"],
    ["abc", "CNY", "AMOUNT_NOT_A_NUMBER"],
    ["1e3", "CNY", "AMOUNT_NOT_A_NUMBER"],
    ["1.2.3", "CNY", "AMOUNT_NOT_A_NUMBER"],
    [".5", "CNY", "AMOUNT_NOT_A_NUMBER"],
    ["¥5", "CNY", "AMOUNT_NOT_A_NUMBER"],
  ])("%.20j in %s is refused as %s", (text, currency, code) => {
    expect(parseAmount(text, currency)).toMatchObject({ ok: false, error: { code, currency } });
  });

  test("whatever the amount and the currency, it is written and read back as the same", () => {
    fc.assert(
      fc.property(minors, currencies, (minor, currency) => {
        const amount = money(minor, currency);
        expect(parseAmount(toDecimal(amount), currency)).toEqual({ ok: true, value: amount });
      }),
    );
  });
});

describe("an amount as it is shown", () => {
  test.each([
    [129_900n, "CNY", "CNY 1,299.00"],
    [-129_900n, "CNY", "CNY −1,299.00"],
    [5n, "CNY", "CNY 0.05"],
    [-5n, "KWD", "KWD −0.005"],
    [0n, "JPY", "JPY 0"],
    [1_234_567n, "JPY", "JPY 1,234,567"],
    [999n, "JPY", "JPY 999"],
    [12_345_678_901_234_567_890n, "CNY", "CNY 123,456,789,012,345,678.90"],
  ])("%s of %s reads %j in both languages", (minor, currency, shown) => {
    expect(formatMoney(money(minor, currency), "en")).toBe(shown);
    expect(formatMoney(money(minor, currency), "zh-CN")).toBe(shown);
  });
});

describe("adding and comparing", () => {
  test("what is added and taken away again leaves the amount as it was", () => {
    fc.assert(
      fc.property(minors, minors, currencies, (left, right, currency) => {
        const sum = add(money(left, currency), money(right, currency));
        expect(subtract(sum, money(right, currency))).toEqual(money(left, currency));
        expect(compare(sum, money(left, currency))).toBe(right === 0n ? 0 : 1);
      }),
    );
  });

  test("two currencies never mix", () => {
    for (const act of [add, subtract, compare]) expect(() => act(zero("CNY"), zero("USD"))).toThrow("do not mix");
  });

  test("a currency that is none, and one that nobody is paid in, is a broken promise", () => {
    expect(() => money(1n, "XYZ")).toThrow("ISO 4217");
    expect(isCurrencyCode("CNY")).toBe(true);
    expect(isCurrencyCode("cny")).toBe(false);
    expect(isCurrencyCode("XAU")).toBe(false);
    expect([exponentOf("JPY"), exponentOf("CNY"), exponentOf("KWD")]).toEqual([0, 2, 3]);
  });
});
