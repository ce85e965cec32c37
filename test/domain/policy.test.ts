import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseFacts } from "../../server/cases/domain/case-facts.ts";
import { caseWords } from "../../server/cases/domain/case-words.ts";
import { caseReasons } from "../../server/cases/domain/words.ts";
import { findClockRule } from "../../server/clocks/domain/rules.ts";
import { proofKinds } from "../../server/evidence/domain/proof-kinds.ts";
import { day } from "../../server/kernel/day.ts";
import { money } from "../../server/kernel/money.ts";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";
import { approvalsFor, evaluatePolicy, holds, windowEndsOn } from "../../server/policies/domain/evaluate.ts";
import type { Condition, PolicyContent, PolicyFacts, PolicyRow } from "../../server/policies/domain/policy-content.ts";
import { merchantAnswerWords, proofWords, reasonWords } from "../../server/policies/domain/policy-words.ts";

const merchantAnswers = [
  "NOT_ASKED",
  "WAITING",
  "CONFIRMED",
  "CONTESTED",
  "SILENT",
] as const satisfies readonly CaseFacts["merchantAnswer"][];

/** CNY 860.00, not as described, in time, with proof, and the shop agrees: approved by hand. */
function facts(change: Partial<PolicyFacts> = {}): PolicyFacts {
  return {
    amountMinor: 86_000,
    currency: "CNY",
    reason: "NOT_AS_DESCRIBED",
    daysSinceSale: 4,
    merchantAnswer: "CONFIRMED",
    transactionFound: true,
    amountRefundable: true,
    withinWindow: true,
    proofPresent: true,
    identityConfirmed: true,
    goodsAccepted: true,
    ...change,
  };
}
const says = (change: Partial<PolicyFacts>) => {
  const { outcome, straightThrough } = evaluatePolicy(defaultPolicy, facts(change));
  return straightThrough ? "STRAIGHT_THROUGH" : outcome;
};

const anyFacts: fc.Arbitrary<PolicyFacts> = fc.record({
  amountMinor: fc.oneof(fc.constantFrom(1, 20_000, 20_001, 100_000, 100_001), fc.nat({ max: 10_000_000 })),
  currency: fc.constantFrom("CNY", "USD", "JPY", "BRL"),
  reason: fc.constantFrom(...caseReasons),
  daysSinceSale: fc.option(fc.integer({ min: -1, max: 400 })),
  merchantAnswer: fc.constantFrom(...merchantAnswers),
  transactionFound: fc.boolean(),
  amountRefundable: fc.boolean(),
  withinWindow: fc.boolean(),
  proofPresent: fc.boolean(),
  identityConfirmed: fc.boolean(),
  goodsAccepted: fc.boolean(),
});

/** Every run looks at the same ones. */
const manyFacts = fc.sample(anyFacts, { numRuns: 20_000, seed: 1 });

describe("the first policy", () => {
  test.each([
    ["approves by hand what is in time, proved and confirmed", {}, "APPROVE"],
    [
      "refunds a small double charge that the shop confirms at once",
      { reason: "DUPLICATE_CHARGE", amountMinor: 20_000 },
      "STRAIGHT_THROUGH",
    ],
    ["wants a hand for a fen more", { reason: "DUPLICATE_CHARGE", amountMinor: 20_001 }, "APPROVE"],
    [
      "refunds a small mistake in yen at once",
      { reason: "WRONG_AMOUNT", amountMinor: 4000, currency: "JPY" },
      "STRAIGHT_THROUGH",
    ],
    [
      "wants a hand in a currency that it does not know",
      { reason: "DUPLICATE_CHARGE", amountMinor: 1, currency: "BRL" },
      "APPROVE",
    ],
    ["wants a hand for a small thing that is not the till's mistake", { amountMinor: 100 }, "APPROVE"],
    ["waits for a shop that has not answered", { merchantAnswer: "WAITING" }, "REVIEW"],
    [
      "leaves a silent shop to a person",
      { merchantAnswer: "SILENT", reason: "DUPLICATE_CHARGE", amountMinor: 100 },
      "REVIEW",
    ],
    ["leaves what the shop disputes to a person", { merchantAnswer: "CONTESTED" }, "REVIEW"],
    ["declines what comes late", { withinWindow: false, merchantAnswer: "WAITING" }, "DECLINE"],
    ["leaves what comes late, but is agreed to, to a person", { withinWindow: false }, "REVIEW"],
    ["asks for proof", { proofPresent: false }, "REVIEW"],
    ["looks for the sale first", { transactionFound: false, withinWindow: false, proofPresent: false }, "REVIEW"],
    ["looks at what has gone back already", { amountRefundable: false }, "REVIEW"],
    [
      "leaves a sale that is not recognised to the bank, whatever the shop says",
      { reason: "NOT_RECOGNISED", amountMinor: 1 },
      "REVIEW",
    ],
    ["does not pay somebody unknown", { identityConfirmed: false }, "REVIEW"],
    ["does not pay for goods that nobody has looked at", { goodsAccepted: false }, "REVIEW"],
  ] as const)("%s", (_what, change, verdict) => expect(says(change)).toBe(verdict));

  test("never refuses anybody without a person's hand", () => {
    expect(
      [...defaultPolicy.rows, defaultPolicy.otherwise].filter(
        (row) => row.outcome !== "APPROVE" && row.straightThrough,
      ),
    ).toEqual([]);
  });

  test("reaches each of its rows, and the last resort", () => {
    const reached = new Set(manyFacts.map((any) => evaluatePolicy(defaultPolicy, any).rowNumber));
    expect(reached).toEqual(new Set([null, ...Array.from(defaultPolicy.rows, (_row, index) => index + 1)]));
  });

  test("goes straight through only where the shop has confirmed in time, with proof, over a sale that covers it", () => {
    const through = manyFacts.filter((any) => evaluatePolicy(defaultPolicy, any).straightThrough);
    expect(through.length).not.toBe(0);
    for (const any of through) {
      expect(any).toMatchObject({
        merchantAnswer: "CONFIRMED",
        withinWindow: true,
        proofPresent: true,
        amountRefundable: true,
        transactionFound: true,
        identityConfirmed: true,
      });
      expect(approvalsFor(defaultPolicy, money(BigInt(any.amountMinor), any.currency))).toEqual([]);
    }
  });

  test.each([
    ["2026-10-01", "NOT_AS_DESCRIBED", "2026-10-08"],
    ["2026-10-01", "DUPLICATE_CHARGE", "2027-03-30"],
    ["2028-02-27", "OTHER", "2028-03-05"],
  ])("of a sale on %s, for %s, takes requests up to and on %s", (soldOn, reason, last) => {
    expect(windowEndsOn(defaultPolicy, reason, day(soldOn))).toBe(last);
  });

  test("promises the very windows that the clocks run", () => {
    const length = (rule: string) => findClockRule(rule, day("2026-10-12"))?.length;
    expect(defaultPolicy.appealWindowDays).toBe(length("appeal-window"));
    expect(defaultPolicy.reopenWindowDays).toBe(length("reopen-window"));
    expect(defaultPolicy.arrivalWorkingDays.to).toBe(length("refund-arrival"));
  });

  test("tells customers the numbers that it decides by, in both languages", () => {
    for (const text of [defaultPolicy.publicText.zh, defaultPolicy.publicText.en]) {
      for (const number of [
        defaultPolicy.windowDays,
        180,
        defaultPolicy.appealWindowDays,
        defaultPolicy.reopenWindowDays,
      ]) {
        expect(text).toMatch(new RegExp(`\\b${number} (?:天|days)`));
      }
      expect(text).toContain("CNY 200.00");
      expect(text).toContain("12315");
    }
  });

  test("promises nobody in a shop a return without a reason", () => {
    expect(defaultPolicy.publicText.zh).toContain("没有规定七天无理由退货");
    expect(defaultPolicy.publicText.en).toContain("gives no right to return them without a reason");
  });
});

describe("the approvals of an amount", () => {
  test.each([
    [money(100_000n, "CNY"), []],
    [money(100_001n, "CNY"), ["approval.first"]],
    [money(1_000_000n, "CNY"), ["approval.first"]],
    [money(1_000_001n, "CNY"), ["approval.first", "approval.second"]],
    [money(15_000n, "USD"), []],
    [money(15_001n, "USD"), ["approval.first"]],
    [money(20_000n, "JPY"), []],
    [money(20_001n, "JPY"), ["approval.first"]],
    [money(200_001n, "JPY"), ["approval.first", "approval.second"]],
    [money(1n, "BRL"), ["approval.first", "approval.second"]],
  ])("%o needs %j", (amount, approvals) => expect(approvalsFor(defaultPolicy, amount)).toEqual(approvals));

  test("of a large refund in small parts are those of the whole: no way of splitting it needs fewer", () => {
    const parts = fc.array(fc.bigInt({ min: 1n, max: 700_000n }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, fc.constantFrom("CNY", "USD", "JPY", "BRL"), (amounts, currency) => {
        let alreadyBackMinor = 0n;
        const asked = new Set<string>();
        for (const minor of amounts) {
          for (const right of approvalsFor(defaultPolicy, money(minor, currency), { alreadyBackMinor }))
            asked.add(right);
          alreadyBackMinor += minor;
        }
        expect([...asked]).toEqual(approvalsFor(defaultPolicy, money(alreadyBackMinor, currency)));
      }),
    );
  });

  test("count what went back before to the last fen", () => {
    const needs = (alreadyBackMinor: bigint) =>
      approvalsFor(defaultPolicy, money(40_000n, "CNY"), { alreadyBackMinor });
    expect([needs(0n), needs(60_000n), needs(60_001n), needs(960_000n), needs(960_001n)]).toEqual([
      [],
      [],
      ["approval.first"],
      ["approval.first"],
      ["approval.first", "approval.second"],
    ]);
  });

  test("never shrink as the amount grows", () => {
    const minor = fc.bigInt({ min: 0n, max: 10n ** 9n });
    fc.assert(
      fc.property(minor, minor, fc.constantFrom("CNY", "USD", "JPY", "BRL"), (left, right, currency) => {
        const [less, more] = left < right ? [left, right] : [right, left];
        const [few, many] = [
          approvalsFor(defaultPolicy, money(less, currency)),
          approvalsFor(defaultPolicy, money(more, currency)),
        ];
        expect(many).toEqual(expect.arrayContaining([...few]));
      }),
    );
  });
});

const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ fact: fc.constantFrom("withinWindow", "proofPresent", "amountRefundable"), is: fc.boolean() }),
  fc.record({ fact: fc.constant("reason"), in: fc.subarray([...caseReasons]) }),
  fc.record({ fact: fc.constant("merchantAnswer"), in: fc.subarray([...merchantAnswers]) }),
  fc.record({ fact: fc.constant("daysSinceSale"), atMost: fc.nat({ max: 400 }) }),
  fc.record({ fact: fc.constant("daysSinceSale"), moreThan: fc.nat({ max: 400 }) }),
  fc.record({
    fact: fc.constant("amount"),
    atMost: fc.dictionary(fc.constantFrom("CNY", "USD", "JPY"), fc.nat({ max: 1_000_000 })),
  }),
  fc.record({
    fact: fc.constant("amount"),
    above: fc.dictionary(fc.constantFrom("CNY", "USD", "JPY"), fc.nat({ max: 1_000_000 })),
  }),
) as fc.Arbitrary<Condition>;

const anyRow: fc.Arbitrary<PolicyRow> = fc.record({
  when: fc.array(anyCondition, { maxLength: 4 }),
  outcome: fc.constantFrom("APPROVE", "DECLINE", "REVIEW"),
  straightThrough: fc.boolean(),
  because: fc.record({ zh: fc.string(), en: fc.string() }),
});

const anyPolicy: fc.Arbitrary<PolicyContent> = fc
  .record({ rows: fc.array(anyRow, { maxLength: 8 }), otherwise: anyRow })
  .map((table) => ({ ...defaultPolicy, ...table }));

describe("any policy", () => {
  test("says exactly one thing of any facts: what the first row that fits says, or the last resort", () => {
    fc.assert(
      fc.property(anyPolicy, anyFacts, (policy, any) => {
        const trace = evaluatePolicy(policy, any);
        const fitting = policy.rows.findIndex((row) => row.when.every((condition) => holds(condition, any)));
        const row = policy.rows[fitting] ?? policy.otherwise;
        expect(trace.rowNumber).toBe(fitting === -1 ? null : fitting + 1);
        expect(trace.outcome).toBe(row.outcome);
        expect(trace.straightThrough).toBe(row.straightThrough && row.outcome === "APPROVE");
        expect(trace.because).toEqual(row.because);
        expect(trace.rows).toHaveLength(fitting === -1 ? policy.rows.length : fitting + 1);
        for (const { rowNumber, hit, failed } of trace.rows) {
          expect(hit).toBe(failed === null);
          if (failed === null) continue;
          expect(policy.rows[rowNumber - 1]?.when).toContainEqual(failed);
          expect(holds(failed, any)).toBe(false);
        }
      }),
    );
  });

  test("says the same again over the facts that were kept, after they have been JSON", () => {
    fc.assert(
      fc.property(anyPolicy, anyFacts, (policy, any) => {
        const [kept, then]: [unknown, PolicyFacts] = [
          JSON.parse(JSON.stringify(evaluatePolicy(policy, any))),
          JSON.parse(JSON.stringify(any)),
        ];
        expect(evaluatePolicy(JSON.parse(JSON.stringify(policy)), then)).toEqual(kept);
      }),
    );
  });

  test("takes an amount above a limit for the opposite of one within it, whatever the currency", () => {
    const limits = fc.dictionary(fc.constantFrom("CNY", "USD"), fc.nat());
    fc.assert(
      fc.property(limits, anyFacts, (limit, any) => {
        expect(holds({ fact: "amount", above: limit }, any)).toBe(!holds({ fact: "amount", atMost: limit }, any));
      }),
    );
  });

  test("knows nothing of the age of a sale that is not known", () => {
    const unknown = facts({ daysSinceSale: null });
    expect(holds({ fact: "daysSinceSale", atMost: 1000 }, unknown)).toBe(false);
    expect(holds({ fact: "daysSinceSale", moreThan: 0 }, unknown)).toBe(false);
  });
});

describe("the policy's words", () => {
  test("cover every reason, every answer of a shop and every proof", () => {
    expect(caseWords.reason).toBe(reasonWords);
    expect(Object.keys(reasonWords).toSorted()).toEqual(caseReasons.toSorted());
    expect(Object.keys(merchantAnswerWords).toSorted()).toEqual(merchantAnswers.toSorted());
    expect(Object.keys(proofWords).toSorted()).toEqual(proofKinds.toSorted());
  });
});
