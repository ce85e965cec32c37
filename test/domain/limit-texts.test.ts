import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { money } from "../../server/kernel/money.ts";
import { approvalsFor, reachWithout } from "../../server/policies/domain/evaluate.ts";
import {
  agreementText,
  levelLimitText,
  limitTexts,
  ownLimitText,
  proposalText,
} from "../../server/policies/domain/limit-texts.ts";
import { approvalPermissions } from "../../server/policies/domain/policy-content.ts";
import { builtInRights } from "../../server/staff/domain/role-book.ts";

const policy = {
  approvalTiers: [
    { permission: "approval.first", aboveMinor: { CNY: 100_000, USD: 15_000 } },
    { permission: "approval.second", aboveMinor: { CNY: 1_000_000, USD: 150_000 } },
  ],
} as const;
const rule = { ...policy, always: [], alreadyBackMinor: 0n } as const;

describe("how far somebody's word reaches on one case", () => {
  test("an agent's by the limit of the case's own currency, whatever the policy names first", () => {
    expect(ownLimitText(rule, "USD", "en")).toBe(
      "You approve refunds up to USD 150.00 alone; above that somebody else must agree.",
    );
    expect(ownLimitText(rule, "USD", "zh-CN")).toBe("可独立批准不超过 USD 150.00 的退款；超过时须他人审批。");
    expect(ownLimitText(rule, "CNY", "en")).toMatch(/CNY 1,000\.00/);
  });

  test("not at all in a currency for which the policy names no limit", () => {
    expect(ownLimitText(rule, "THB", "en")).toBe(
      "The policy names no limit for THB: somebody else must agree to every refund in it.",
    );
    expect(ownLimitText(rule, "THB", "zh-CN")).toBe("政策没有设定 THB 的独立批准限额：该币种的退款一律须他人审批。");
    expect(levelLimitText(rule, "approval.first", "THB", "en")).toBe(
      "The policy names no limit for THB: compliance must agree to every refund in it as well.",
    );
  });

  test("not at all where the row that decides asks for others whatever the amount", () => {
    const always = { ...rule, always: ["approval.second"] } as const;
    expect(ownLimitText(always, "CNY", "en")).toMatch(/^The row of the policy .* somebody else's agreement/);
    expect(ownLimitText(always, "CNY", "zh-CN")).toMatch(/无论金额多少，都须他人审批/);
    expect(levelLimitText(always, "approval.first", "CNY", "en")).toMatch(/compliance's agreement as well/);
  });

  test("no further than what is left of it once something has gone back over the payment, and says so", () => {
    const spent = (minor: bigint) => ({ ...rule, alreadyBackMinor: minor });
    expect(ownLimitText(spent(60_000n), "CNY", "en")).toBe(
      "You approve refunds up to CNY 400.00 alone; above that somebody else must agree. Limits count the payment as a whole: CNY 600.00 has gone back over it or is on its way.",
    );
    expect(ownLimitText(spent(100_000n), "CNY", "zh-CN")).toBe(
      "这笔交易的独立批准限额已用完：再退一律须他人审批。限额按同一笔交易累计：此前已退或正在退 CNY 1,000.00。",
    );
    expect(levelLimitText(spent(100_000n), "approval.first", "CNY", "en")).toMatch(/up to CNY 9,000\.00; above/);
    expect(levelLimitText(spent(1_000_000n), "approval.first", "CNY", "en")).toMatch(/used up: compliance must agree/);
    expect(levelLimitText(spent(1_000_000n), "approval.second", "CNY", "en")).not.toMatch(/count the payment/);
  });

  test("a level's to the limit of the next, and the last one's without end", () => {
    expect(levelLimitText(rule, "approval.first", "USD", "en")).toBe(
      "You agree to what others propose up to USD 1,500.00; above that compliance must agree as well.",
    );
    expect(levelLimitText(rule, "approval.second", "THB", "en")).toBe(
      "You agree to what others propose, whatever the amount.",
    );
  });

  test("is what the rule that asks for approvals does, for any policy, currency and amount", () => {
    const currency = fc.constantFrom("CNY", "USD", "JPY", "THB");
    const aboveMinor = fc.dictionary(fc.constantFrom("CNY", "USD", "JPY"), fc.integer({ min: 0, max: 50 }));
    const tiers = fc.tuple(aboveMinor, aboveMinor, fc.integer({ min: 0, max: 2 })).map(([first, second, count]) =>
      [
        { permission: approvalPermissions[0], aboveMinor: first },
        { permission: approvalPermissions[1], aboveMinor: second },
      ].slice(0, count),
    );
    fc.assert(
      fc.property(
        ...[
          tiers,
          currency,
          fc.bigInt({ min: 1n, max: 60n }),
          fc.subarray([...approvalPermissions]),
          fc.bigInt({ min: 0n, max: 60n }),
        ],
        (approvalTiers, code, minor, always, alreadyBackMinor) => {
          const reach = reachWithout(approvalTiers, code, { always, alreadyBackMinor });
          const isEnough = reach.kind === "ANY" || (reach.kind === "UP_TO" && minor <= reach.limit.minor);
          expect(approvalsFor({ approvalTiers }, money(minor, code), { always, alreadyBackMinor }).length === 0).toBe(
            isEnough,
          );
        },
      ),
    );
  });
});

describe("what a yes to one amount is", () => {
  const said = (
    of: typeof rule | object,
    levels: readonly ("approval.first" | "approval.second")[],
    currency = "CNY",
  ) => proposalText({ ...rule, ...of }, levels, currency, "en");

  test("within one's limit it is the refund itself", () => {
    expect(said({}, [])).toBe("Within your limit of CNY 1,000.00: the money leaves as soon as you approve.");
    expect(said({ approvalTiers: [] }, [])).toBe("Your word is enough: the money leaves as soon as you approve.");
  });

  test("above it a proposal, which says who grants and why", () => {
    expect(said({}, ["approval.first"])).toBe("You propose, a supervisor grants: above your limit of CNY 1,000.00.");
    expect(said({}, ["approval.first", "approval.second"])).toMatch(
      /^You propose, a supervisor, then compliance grant:/,
    );
    expect(proposalText(rule, ["approval.first", "approval.second"], "CNY", "zh-CN")).toBe(
      "由您提出，主管、合规专员依次批准：超过您的限额 CNY 1,000.00。",
    );
  });

  test("by what is left of the limit, the row, or the currency, where that is why", () => {
    expect(said({ alreadyBackMinor: 60_000n }, ["approval.first"])).toMatch(
      /left of your limit for this payment, CNY 400\.00/,
    );
    expect(said({ alreadyBackMinor: 100_000n }, ["approval.first"])).toMatch(/used up/);
    expect(said({ always: ["approval.second"] }, ["approval.second"])).toMatch(
      /compliance grants: .*whatever the amount/,
    );
    expect(said({}, ["approval.first"], "THB")).toMatch(/names no limit for THB/);
  });

  test("to what others proposed, it moves money unless compliance must agree as well", () => {
    expect(agreementText([], "en")).toMatch(/leaves as soon as you agree/);
    expect(agreementText(["approval.second"], "en")).toMatch(/compliance must agree as well/);
  });
});

describe("how far somebody's word reaches in every currency", () => {
  test("an agent's to the first approval, each currency by its own limit", () => {
    expect(limitTexts(policy, builtInRights("SUPPORT_AGENT"), "en")).toEqual([
      "You approve refunds up to CNY 1,000.00 or USD 150.00 alone; above that, and in any other currency, somebody else must agree.",
    ]);
  });

  test("a supervisor's on what others propose to the second", () => {
    expect(limitTexts(policy, builtInRights("SUPERVISOR"), "en")).toEqual([
      "You approve refunds up to CNY 1,000.00 or USD 150.00 alone; above that, and in any other currency, somebody else must agree.",
      "You agree to what others propose up to CNY 10,000.00 or USD 1,500.00; above that, and in any other currency, compliance must agree as well.",
    ]);
  });

  test("a currency that the second level does not name is within nobody's word but its own", () => {
    const lopsided = {
      approvalTiers: [policy.approvalTiers[0], { permission: "approval.second", aboveMinor: { CNY: 1_000_000 } }],
    } as const;
    expect(limitTexts(lopsided, builtInRights("SUPPORT_AGENT"), "zh-CN")).toEqual([
      "可独立批准不超过 CNY 1,000.00 的退款；超过限额或使用其他币种时，须他人审批。",
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

  test("a policy without approvals sets no limit, one without limits asks for every refund", () => {
    expect(limitTexts({ approvalTiers: [] }, builtInRights("SUPPORT_AGENT"), "en")).toEqual([
      "You approve refunds alone, whatever the amount.",
    ]);
    const strict = { approvalTiers: [{ permission: "approval.first", aboveMinor: {} }] } as const;
    expect(limitTexts(strict, builtInRights("SUPPORT_AGENT"), "en")).toEqual([
      "Somebody else must agree to every refund.",
    ]);
  });
});
