import { describe, expect, test } from "vitest";
import { contentFaults } from "../../server/policies/domain/content-faults.ts";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";
import type { AmountLimits, PolicyContent } from "../../server/policies/domain/policy-content.ts";

const [row = defaultPolicy.otherwise] = defaultPolicy.rows;
const half = { zh: "理由。", en: " " };
const rowWith = (change: Partial<typeof row>) => ({ rows: [row, { ...row, ...change }] });

describe("a text is unfinished", () => {
  test.each<[string, Partial<PolicyContent>, ReturnType<typeof contentFaults>]>([
    ["nowhere as a desk begins", {}, []],
    ["without a title in both languages", { title: half }, [{ code: "TEXT_MISSING", row: null }]],
    ["without a public text in both", { publicText: half }, [{ code: "PUBLIC_TEXT_MISSING", row: null }]],
    ["without a row", { rows: [] }, [{ code: "NO_ROWS", row: null }]],
    [
      "where the last line has no reason",
      { otherwise: { ...defaultPolicy.otherwise, because: half } },
      [{ code: "LAST_LINE_TEXT_MISSING", row: null }],
    ],
    ["where a row has no reason", rowWith({ because: half }), [{ code: "TEXT_MISSING", row: 2 }]],
    ["where a condition is empty", rowWith({ when: [{ fact: "reason", in: [] }] }), [{ code: "EMPTY_RANGE", row: 2 }]],
    ["where a limit is empty", rowWith({ when: [{ fact: "amount", atMost: {} }] }), [{ code: "EMPTY_RANGE", row: 2 }]],
    [
      "where a row asks for agreement and goes without",
      rowWith({ outcome: "APPROVE", straightThrough: true, approvals: ["approval.first"] }),
      [{ code: "AUTO_NEEDS_APPROVAL", row: 2 }],
    ],
    [
      "where proof is asked for, and none named",
      { proof: { needed: true, anyOf: [] } },
      [{ code: "NO_PROOF_NAMED", row: null }],
    ],
  ])("%s", (_where, change, faults) => {
    expect(contentFaults({ ...defaultPolicy, ...change })).toEqual(faults);
  });

  test.each<[string, AmountLimits, AmountLimits, boolean]>([
    ["as the limits rise", { CNY: 100, USD: 10 }, { CNY: 1_000, USD: 10 }, false],
    ["as only the higher names a currency", { CNY: 100 }, { CNY: 1_000, USD: 10 }, false],
    ["as the higher is lower in one currency", { CNY: 100, USD: 10 }, { CNY: 1_000, USD: 9 }, true],
    ["as the higher names no limit for a currency of the lower", { CNY: 100, USD: 10 }, { CNY: 1_000 }, true],
  ])("%s: compliance is never asked before a supervisor would be", (_how, first, second, isFault) => {
    const approvalTiers = [
      { permission: "approval.first" as const, aboveMinor: first },
      { permission: "approval.second" as const, aboveMinor: second },
    ];
    const faults = contentFaults({ ...defaultPolicy, approvalTiers });
    expect(faults).toEqual(isFault ? [{ code: "TIERS_NOT_RISING", row: null }] : []);
  });
});
