import { expect, test } from "vitest";
import { moneyOf } from "../../web/cases/event-money.ts";

const facts = [
  { name: "amount.minor", value: "129900" },
  { name: "amount.currency", value: "CNY" },
  { name: "paidTwice.minor", value: "60000" },
  { name: "paidTwice.currency", value: "CNY" },
];

test("of a ruling, what the bank keeps is told apart from what went twice by it", () => {
  expect(moneyOf(facts)).toEqual({ minor: "129900", currency: "CNY" });
  expect(moneyOf(facts, ["paidTwice"])).toEqual({ minor: "60000", currency: "CNY" });
  expect(moneyOf(facts.slice(0, 2), ["paidTwice"])).toBeNull();
});
