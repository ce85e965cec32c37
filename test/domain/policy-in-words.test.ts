import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";
import { describeCondition, describeFacts, describeTrace } from "../../server/policies/domain/describe.ts";
import { evaluatePolicy } from "../../server/policies/domain/evaluate.ts";
import type { Condition, PolicyFacts } from "../../server/policies/domain/policy-content.ts";

const doubleCharge: PolicyFacts = {
  amountMinor: 246_000,
  currency: "CNY",
  reason: "DUPLICATE_CHARGE",
  daysSinceSale: 1,
  merchantAnswer: "CONFIRMED",
  transactionFound: true,
  amountRefundable: true,
  withinWindow: true,
  proofPresent: true,
  identityConfirmed: true,
  goodsAccepted: true,
};

const conditions: readonly (readonly [Condition, string, string])[] = [
  [{ fact: "withinWindow", is: true }, "在受理期限内提出", "the request is in time"],
  [{ fact: "withinWindow", is: false }, "超过受理期限", "the request is outside the window"],
  [
    { fact: "reason", in: ["DUPLICATE_CHARGE", "WRONG_AMOUNT"] },
    "原因为重复扣款或金额不符",
    "the reason is charged twice or wrong amount",
  ],
  [{ fact: "merchantAnswer", in: ["CONFIRMED"] }, "商户已确认", "the shop confirms"],
  [{ fact: "currency", in: ["CNY"] }, "币种为 CNY", "the currency is CNY"],
  [{ fact: "daysSinceSale", atMost: 1 }, "距交易日不超过 1 天", "at most 1 day since the sale"],
  [{ fact: "daysSinceSale", moreThan: 7 }, "距交易日超过 7 天", "more than 7 days since the sale"],
  [
    { fact: "amount", atMost: { CNY: 20_000, JPY: 4000 } },
    "金额不超过 CNY 200.00 或 JPY 4,000",
    "the amount is at most CNY 200.00 or JPY 4,000",
  ],
  [{ fact: "amount", above: { CNY: 1_000_000 } }, "金额超过 CNY 10,000.00", "the amount is above CNY 10,000.00"],
];

describe("a condition", () => {
  test.each(conditions)("%j reads as %s / %s", (condition, zh, en) => {
    expect(describeCondition(condition, "zh-CN")).toBe(zh);
    expect(describeCondition(condition, "en")).toBe(en);
  });
});

describe("a decision", () => {
  const trace = evaluatePolicy(defaultPolicy, doubleCharge);

  test("says of each row what it asked for and what the case had, down to the one that fits", () => {
    const lines = describeTrace(trace, doubleCharge, "en").map(({ text }) => text);
    expect(lines.at(-2)).toBe(
      "Row 8 does not fit. It asks for: the amount is at most CNY 200.00. Here: the amount is CNY 2,460.00.",
    );
    expect(lines.at(-1)).toBe("Row 9 fits: In time, with proof, and the shop confirms: it is refunded.");
    const chinese = describeTrace(trace, doubleCharge, "zh-CN").map(({ text }) => text);
    expect(chinese.at(-2)).toBe("第 8 行不符合。要求：金额不超过 CNY 200.00；本案：金额为 CNY 2,460.00。");
    expect(chinese.at(-1)).toBe("第 9 行符合：凭证齐全、在期限内且商户已确认，同意退款。");
  });

  test("that no row gives ends with the last resort", () => {
    const waiting = { ...doubleCharge, merchantAnswer: "WAITING" };
    const last = describeTrace(evaluatePolicy(defaultPolicy, waiting), waiting, "en").at(-1);
    expect(last).toEqual({
      rowNumber: null,
      hit: true,
      text: expect.stringMatching(/^No row fits, so the last resort holds: /),
    });
  });

  test("says everything that it rests on", () => {
    expect(describeFacts(doubleCharge, "en")).toEqual([
      "the amount is CNY 2,460.00",
      "the reason is charged twice",
      "1 day since the sale",
      "the shop confirms",
      "the sale is on file",
      "the amount can still go back",
      "the request is in time",
      "proof is there",
      "it is settled who is asking",
      "the state of the goods is settled",
    ]);
    expect(describeFacts({ ...doubleCharge, daysSinceSale: null }, "zh-CN")[2]).toBe("尚未找到原交易");
  });
});
