import { describe, expect, test } from "vitest";
import { limitTexts } from "../../server/policies/domain/limit-texts.ts";
import { builtInRights } from "../../server/staff/domain/role-book.ts";

const policy = {
  approvalTiers: [
    { permission: "approval.first", aboveMinor: { CNY: 100_000 } },
    { permission: "approval.second", aboveMinor: { CNY: 1_000_000 } },
  ],
} as const;

describe("how far somebody's word reaches", () => {
  test("an agent's to the first approval", () => {
    expect(limitTexts(policy, builtInRights("SUPPORT_AGENT"), "en")).toEqual([
      "You approve refunds up to CNY 1,000.00 alone; above that somebody else must agree.",
    ]);
  });

  test("a supervisor's on what others propose to the second", () => {
    expect(limitTexts(policy, builtInRights("SUPERVISOR"), "en")).toEqual([
      "You approve refunds up to CNY 1,000.00 alone; above that somebody else must agree.",
      "You agree to what others propose up to CNY 10,000.00; above that compliance must agree as well.",
    ]);
  });

  test("compliance's without end", () => {
    expect(limitTexts(policy, builtInRights("COMPLIANCE_OFFICER"), "zh-CN")).toEqual([
      "可审批他人提出的退款，金额不限。",
    ]);
  });

  test("nobody else's at all", () => {
    expect(limitTexts(policy, builtInRights("TRAINER"), "en")).toEqual([]);
    expect(limitTexts(policy, builtInRights("BANK_OFFICER"), "en")).toEqual([]);
  });

  test("a policy without approvals sets no limit", () => {
    expect(limitTexts({ approvalTiers: [] }, builtInRights("SUPPORT_AGENT"), "en")).toEqual([
      "You approve refunds alone, whatever the amount.",
    ]);
  });
});
