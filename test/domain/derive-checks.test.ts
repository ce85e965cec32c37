import { describe, expect, test } from "vitest";
import type { CheckKind } from "../../server/cases/domain/checks.ts";
import {
  basisOf,
  type CheckRecord,
  type CheckSources,
  deriveChecks,
  windowDayOf,
} from "../../server/cases/domain/derive-checks.ts";
import { policyFacts } from "../../server/cases/domain/policy-facts.ts";
import { day } from "../../server/kernel/day.ts";
import { money } from "../../server/kernel/money.ts";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";
import { aSale, cny } from "../support/a-case.ts";

const soldOn = day("2026-10-01");

/** Not as described, CNY 860.00, asked on the fourth day with a receipt; the shop has not answered. */
function sources(change: Partial<CheckSources> = {}): CheckSources {
  return {
    policy: defaultPolicy,
    reason: "NOT_AS_DESCRIBED",
    origin: "CUSTOMER",
    amount: cny(860),
    askedOn: day("2026-10-05"),
    transactionId: "t-1",
    sale: { ...aSale(), soldOn },
    evidence: ["RECEIPT"],
    merchantAnswer: "WAITING",
    network: "VISA",
    channel: "WEB",
    ...change,
  };
}

/** What data makes of a check on which nobody has said anything. */
function found(kind: CheckKind, change: Partial<CheckSources> = {}): string {
  return deriveChecks(sources(change), new Map())[kind].outcome;
}

/** What becomes of a person's word after the facts have changed. */
function afterPerson(
  kind: CheckKind,
  outcome: CheckRecord["outcome"],
  before: Partial<CheckSources>,
  after: Partial<CheckSources>,
): CheckRecord {
  const said: CheckRecord = { outcome, automatic: false, basis: basisOf(kind, sources(before)) };
  return deriveChecks(sources(after), new Map([[kind, said]]))[kind];
}

describe("the sale", () => {
  test("is found when one is linked, in the currency that is asked for", () => {
    expect(found("TRANSACTION_FOUND")).toBe("PASSED");
    expect(found("TRANSACTION_FOUND", { sale: null, transactionId: null })).toBe("FAILED");
    expect(found("TRANSACTION_FOUND", { sale: { ...aSale({ currency: "USD" }), soldOn } })).toBe("FAILED");
  });
});

describe("the amount", () => {
  test.each([
    ["all of the sale", {}, "PASSED"],
    ["one fen more than is left after a refund", { refundedMinor: 1n }, "FAILED"],
    ["one fen more than is left beside a refund on its way", { inFlightMinor: 1n }, "FAILED"],
    ["one fen more than the bank has left", { chargedBackMinor: 1n }, "FAILED"],
    ["the number of another currency", { currency: "USD" }, "FAILED"],
  ])("that is %s: %o is %s", (_what, change, outcome) => {
    expect(found("AMOUNT_REFUNDABLE", { sale: { ...aSale(change), soldOn } })).toBe(outcome);
  });

  test("waits while no sale is known", () => expect(found("AMOUNT_REFUNDABLE", { sale: null })).toBe("PENDING"));
});

describe("the window", () => {
  test.each([
    ["2026-10-01", "PASSED"],
    ["2026-10-08", "PASSED"],
    ["2026-10-09", "FAILED"],
  ])("of seven days counts the day of the sale as day 0: asked on %s is %s", (asked, outcome) => {
    expect(found("WITHIN_WINDOW", { askedOn: day(asked) })).toBe(outcome);
  });

  test.each([
    ["2027-03-30", "PASSED"],
    ["2027-03-31", "FAILED"],
  ])("for money taken by mistake is half a year: asked on %s is %s", (asked, outcome) => {
    expect(found("WITHIN_WINDOW", { reason: "DUPLICATE_CHARGE", askedOn: day(asked) })).toBe(outcome);
  });

  test("waits while no sale is known", () => expect(found("WITHIN_WINDOW", { sale: null })).toBe("PENDING"));
});

describe("the proof", () => {
  test.each(["RECEIPT", "CARD_SLIP", "INVOICE", "STATEMENT"] as const)("%s is one", (kind) => {
    expect(found("PROOF_PRESENT", { evidence: ["OTHER", kind] })).toBe("PASSED");
  });

  test.each([[[]], [["CHAT", "PHOTO", "DELIVERY_PROOF", "OTHER"] as const]])("%j is none, so it waits", (evidence) => {
    expect(found("PROOF_PRESENT", { evidence })).toBe("PENDING");
  });

  test("is not needed where the policy asks for none", () => {
    const policy = { ...defaultPolicy, proof: { needed: false, anyOf: [] } };
    expect(found("PROOF_PRESENT", { policy, evidence: [] })).toBe("NOT_NEEDED");
  });
});

describe("the identity", () => {
  test.each([
    [money(100_000n, "CNY"), "NOT_NEEDED"],
    [money(100_001n, "CNY"), "PENDING"],
    [money(20_000n, "JPY"), "NOT_NEEDED"],
    [money(20_001n, "JPY"), "PENDING"],
    [money(1n, "BRL"), "PENDING"],
  ])("for %o is %s; in a currency that the policy does not name it is always asked for", (amount, outcome) => {
    expect(found("IDENTITY_CONFIRMED", { amount })).toBe(outcome);
  });

  test("of whoever comes by way of their bank has been confirmed there", () => {
    expect(found("IDENTITY_CONFIRMED", { origin: "BANK", amount: cny(50_000) })).toBe("PASSED");
  });
});

describe("the goods", () => {
  test.each(["NOT_AS_DESCRIBED", "RETURNED_NOT_REFUNDED"] as const)(
    "are looked at when the reason is %s; the shop's word settles it",
    (reason) => {
      expect(found("GOODS_STATE", { reason })).toBe("PENDING");
      expect(found("GOODS_STATE", { reason, merchantAnswer: "CONFIRMED" })).toBe("PASSED");
      expect(found("GOODS_STATE", { reason, merchantAnswer: "CONTESTED" })).toBe("PENDING");
    },
  );

  test("are not in question for a double charge", () => {
    expect(found("GOODS_STATE", { reason: "DUPLICATE_CHARGE" })).toBe("NOT_NEEDED");
  });
});

describe("a person's word", () => {
  test.each([
    ["PROOF_PRESENT", "PASSED", { evidence: [] }],
    ["PROOF_PRESENT", "FAILED", { evidence: ["RECEIPT"] }],
    ["IDENTITY_CONFIRMED", "PASSED", { amount: cny(5000) }],
    ["WITHIN_WINDOW", "WAIVED", { askedOn: day("2026-10-20") }],
    ["AMOUNT_REFUNDABLE", "WAIVED", { sale: null }],
    ["GOODS_STATE", "FAILED", {}],
  ] as const)("on %s, %s, stands as long as the fact under it is the same", (kind, outcome, facts) => {
    // Something else changes: the shop speaks about what this check does not ask.
    const after =
      kind === "GOODS_STATE"
        ? { ...facts, evidence: ["RECEIPT", "PHOTO"] as const }
        : { ...facts, merchantAnswer: "CONTESTED" as const };
    expect(afterPerson(kind, outcome, facts, after)).toMatchObject({ outcome, automatic: false });
  });

  test("a file that proves nothing does not undo it", () => {
    expect(
      afterPerson("PROOF_PRESENT", "FAILED", { evidence: ["RECEIPT"] }, { evidence: ["RECEIPT", "PHOTO"] }),
    ).toMatchObject({ outcome: "FAILED" });
  });

  test("a new receipt after a rejected one is looked at by a person again, and never passes by itself", () => {
    const again = afterPerson(
      "PROOF_PRESENT",
      "FAILED",
      { evidence: ["RECEIPT"] },
      { evidence: ["RECEIPT", "RECEIPT"] },
    );
    expect(again).toMatchObject({ outcome: "PENDING", automatic: false });
    const third = deriveChecks(
      sources({ evidence: ["RECEIPT", "RECEIPT", "INVOICE"] }),
      new Map([["PROOF_PRESENT", again]]),
    );
    expect(third.PROOF_PRESENT).toMatchObject({ outcome: "PENDING", automatic: false });
  });

  test("that the goods failed is not undone by a shop that confirms, or that changes its mind and back", () => {
    const confirmed = afterPerson("GOODS_STATE", "FAILED", {}, { merchantAnswer: "CONFIRMED" });
    expect(confirmed).toMatchObject({ outcome: "PENDING", automatic: false });
    const contested = deriveChecks(sources({ merchantAnswer: "CONTESTED" }), new Map([["GOODS_STATE", confirmed]]));
    const back = deriveChecks(
      sources({ merchantAnswer: "CONFIRMED" }),
      new Map([["GOODS_STATE", contested.GOODS_STATE]]),
    );
    expect(back.GOODS_STATE).toMatchObject({ outcome: "PENDING", automatic: false });
  });

  test("that proof is there gives way to the proof itself", () => {
    expect(afterPerson("PROOF_PRESENT", "PASSED", { evidence: [] }, { evidence: ["INVOICE"] })).toMatchObject({
      outcome: "PASSED",
      automatic: true,
    });
  });

  test("a waived amount is judged again when money has gone back and come again", () => {
    const short = { sale: { ...aSale({ refundedMinor: 1n }), soldOn } };
    expect(afterPerson("AMOUNT_REFUNDABLE", "WAIVED", short, short)).toMatchObject({ outcome: "WAIVED" });
    expect(afterPerson("AMOUNT_REFUNDABLE", "WAIVED", short, {})).toMatchObject({ outcome: "PASSED", automatic: true });
  });
});

describe("what the policy decides on", () => {
  test("takes a check that passed, was waived or is not needed for a yes, and any other for a no", () => {
    const given = sources({ reason: "DUPLICATE_CHARGE", evidence: [] });
    expect(policyFacts(given, deriveChecks(given, new Map()))).toEqual({
      amountMinor: 86_000,
      network: "VISA",
      channel: "WEB",
      currency: "CNY",
      reason: "DUPLICATE_CHARGE",
      daysSinceSale: 4,
      merchantAnswer: "WAITING",
      transactionFound: true,
      amountRefundable: true,
      withinWindow: true,
      proofPresent: false,
      identityConfirmed: true,
      goodsAccepted: true,
    });
  });

  test("knows no age of a sale that is not known", () => {
    const given = sources({ sale: null, transactionId: null });
    expect(policyFacts(given, deriveChecks(given, new Map()))).toMatchObject({
      daysSinceSale: null,
      transactionFound: false,
      withinWindow: false,
    });
  });
});

test("the window says on which of its days the request came, and nothing else does", () => {
  const window = windowDayOf(basisOf("WITHIN_WINDOW", sources()));
  expect(window?.day).toBe(4);
  expect(window?.of).toBeGreaterThan(4);
  expect(windowDayOf(basisOf("WITHIN_WINDOW", sources({ sale: null, transactionId: null })))).toBeNull();
  expect(windowDayOf(null)).toBeNull();
});
