import { describe, expect, test } from "vitest";
import { money } from "../../server/kernel/money.ts";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";
import { diffPolicies } from "../../server/policies/domain/diff-policies.ts";
import { feeOf } from "../../server/policies/domain/refund-fee.ts";

const rate = { basisPoints: 60, fixedMinor: { USD: 30 } };

describe("what a refund costs", () => {
  test.each([
    [246_000n, "CNY", 1_476n],
    [129_900n, "USD", 809n],
    [25n, "CNY", null],
    [10_000n, "JPY", 60n],
  ] as const)("of %s minor units of %s is %s", (minor, currency, fee) => {
    expect(feeOf(rate, money(minor, currency))).toEqual(fee === null ? null : money(fee, currency));
  });

  test("an exact half goes to the even unit, so that many halves favour nobody", () => {
    const halves = { basisPoints: 5_000, fixedMinor: {} };
    const fees = [1n, 3n, 5n, 7n].map((minor) => feeOf(halves, money(minor, "CNY"))?.minor ?? 0n);
    expect(fees).toEqual([0n, 2n, 2n, 4n]);
  });

  test("is nothing where the policy names no fee", () => {
    expect(feeOf(undefined, money(246_000n, "CNY"))).toBeNull();
  });
});

test("a fee that changes is said in both languages, and binds", () => {
  const [change, ...others] = diffPolicies(defaultPolicy, { ...defaultPolicy, fee: rate });
  expect(others).toEqual([]);
  expect(change).toMatchObject({
    part: "FEES",
    binds: true,
    words: { zh: "退款费用", en: "What a refund costs" },
    before: { zh: "无", en: "none" },
    after: { zh: expect.stringMatching(/^0\.60%、USD\s0\.30$/), en: expect.stringMatching(/^0\.60%, USD\s0\.30$/) },
  });
});
