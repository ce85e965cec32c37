import { describe, expect, test } from "vitest";
import { caseChange } from "../../server/cases/domain/case-change.ts";
import type { CaseFacts } from "../../server/cases/domain/case-facts.ts";
import { checkKinds } from "../../server/cases/domain/checks.ts";
import { decide } from "../../server/cases/domain/decide.ts";
import { refundableOf } from "../../server/cases/domain/input-guards.ts";
import { money } from "../../server/kernel/money.ts";
import {
  aCase,
  aCaseFor,
  aMove,
  anActor,
  aRefund,
  aSale,
  aVerdict,
  checks,
  cny,
  ids,
  leadsTo,
  refusalsOf,
} from "../support/a-case.ts";

const approve = (yuan: number, reason: string | null = null) => aMove("APPROVE_REFUND", { amount: cny(yuan), reason });
/** A claim of so much over a sale of just that. */
const aClaimOf = (yuan: number, change: Partial<CaseFacts> = {}) =>
  aCase({ amount: cny(yuan), sale: aSale({ capturedMinor: cny(yuan).minor }), ...change });

describe("an agent approves a refund", () => {
  test.each([
    [0.01, "REFUNDING"],
    [1000, "REFUNDING"],
    [1000.01, "AWAITING_APPROVAL"],
    [50_000, "AWAITING_APPROVAL"],
  ])("of CNY %d, which leads to %s", (yuan, to) => {
    expect(leadsTo(aClaimOf(yuan), approve(yuan))).toEqual({ to, outcome: null });
  });

  test.each([
    [1000.01, ["approval.first"]],
    [10_000, ["approval.first"]],
    [10_000.01, ["approval.first", "approval.second"]],
  ])("of CNY %d, which waits for %j", (yuan, missing) => {
    const [facts, move] = [aClaimOf(yuan), approve(yuan)];
    expect(caseChange(facts, move, leadsTo(facts, move), anActor("SUPPORT_AGENT"))).toMatchObject({
      proposed_by_id: ids.agent,
      proposed_minor: cny(yuan).minor,
      approvals_missing: missing,
      approved_by_ids: [],
    });
  });

  test.each([
    ["has gone back", { refundedMinor: 60_000n }],
    ["is on its way", { inFlightMinor: 60_000n }],
  ])(
    "counts with it what %s over the payment before: in parts it goes no further alone than at once",
    (_what, gone) => {
      const sale = aSale({ capturedMinor: 500_000n, ...gone });
      const facts = aCase({ amount: cny(4000), sale });
      expect(leadsTo(facts, approve(400)).to).toBe("REFUNDING");
      expect(leadsTo(facts, approve(400.01)).to).toBe("AWAITING_APPROVAL");
      const offer = { amount: cny(400.01), byId: ids.agent };
      expect(leadsTo(aCaseFor("ACCEPT_OFFER", { sale, offer }), aMove("ACCEPT_OFFER")).to).toBe("AWAITING_APPROVAL");
    },
  );

  test("does not count what its own failed instruction still holds, nor what the bank took", () => {
    const refund = aRefund({ needsAttention: true, heldMinor: 90_000n });
    const sale = aSale({ capturedMinor: 500_000n, inFlightMinor: 90_000n, chargedBackMinor: 90_000n });
    expect(aCase({ refund, sale }).approvalsFor(cny(1000))).toEqual([]);
    expect(aCase({ refund: null, sale }).approvalsFor(cny(1000))).toEqual(["approval.first"]);
  });

  test("a supervisor's own proposal above the limit waits for somebody else's approval too", () => {
    expect(leadsTo(aClaimOf(5000), approve(5000), anActor("SUPERVISOR")).to).toBe("AWAITING_APPROVAL");
  });

  test("of less than was asked for", () => {
    expect(refusalsOf(aClaimOf(860), approve(100))).toEqual([]);
  });

  test.each([
    ["no sale is known", { sale: null }, "NO_TRANSACTION"],
    ["a refund is on its way", { refund: aRefund({ inFlight: true }) }, "REFUND_IN_FLIGHT"],
    [
      "a refund is on its way and needs somebody",
      { refund: aRefund({ inFlight: true, needsAttention: true }) },
      "REFUND_IN_FLIGHT",
    ],
    ["the sale has been refunded in part", { sale: aSale({ refundedMinor: 1n }) }, "ABOVE_REFUNDABLE"],
    ["another refund holds part of the sale", { sale: aSale({ inFlightMinor: 1n }) }, "ABOVE_REFUNDABLE"],
    ["the bank took part of the sale back", { sale: aSale({ chargedBackMinor: 1n }) }, "ABOVE_REFUNDABLE"],
    ["the sale was in another currency", { sale: aSale({ currency: "USD" }) }, "CURRENCY_DIFFERS"],
  ] as const)("is refused when %s, for that reason alone", (_why, change, code) => {
    expect(refusalsOf(aCaseFor("APPROVE_REFUND", change), approve(860))).toEqual([code]);
  });

  test.each(checkKinds)("is refused while the check %s is open or failed, and names it", (kind) => {
    for (const outcome of ["PENDING", "FAILED"] as const) {
      const decision = decide(aCase({ checks: checks({ [kind]: outcome }) }), approve(860), anActor("SUPPORT_AGENT"));
      expect(decision).toEqual({ ok: false, error: [{ code: "CHECKS_OPEN", checks: [kind] }] });
    }
  });

  test.each(checkKinds)("goes on when the check %s was waived or is not needed", (kind) => {
    for (const outcome of ["WAIVED", "NOT_NEEDED"] as const) {
      expect(refusalsOf(aCase({ checks: checks({ [kind]: outcome }) }), approve(860))).toEqual([]);
    }
  });

  test.each([0, -0.01, -860])("of CNY %d is no refund", (yuan) => {
    expect(refusalsOf(aCase(), approve(yuan))).toEqual(["AMOUNT_NOT_POSITIVE"]);
  });

  test("of more than was asked for is a new request, even where the sale would cover it", () => {
    expect(refusalsOf(aCase({ sale: aSale({ capturedMinor: 100_000n }) }), approve(860.01))).toEqual(["ABOVE_CLAIM"]);
    expect(refusalsOf(aCase({ sale: aSale({ capturedMinor: 100_000n }) }), approve(860))).toEqual([]);
  });

  test.each([
    ["refunded", { settledMinor: 40_000n }],
    ["taken back by the bank", { takenByBankMinor: 40_000n }],
  ])("gives only what is left of the claim where a part of it was %s before", (_what, gone) => {
    const facts = aCase({ ...gone, sale: aSale({ capturedMinor: 200_000n, refundedMinor: 40_000n }) });
    expect(refusalsOf(facts, approve(460.01))).toEqual(["ABOVE_CLAIM"]);
    expect(refusalsOf(facts, approve(460))).toEqual([]);
  });

  test("by nobody's hand never follows money that has gone back over the same case", () => {
    for (const gone of [{ settledMinor: 1n }, { takenByBankMinor: 1n }]) {
      expect(refusalsOf(aCaseFor("AUTO_APPROVE", gone), aMove("AUTO_APPROVE"))).toEqual(["POLICY_DOES_NOT_APPROVE"]);
    }
  });

  test("by nobody's hand never follows money that another request took since the policy was asked", () => {
    const sale = aSale({ capturedMinor: 500_000n, refundedMinor: 1n });
    const asked = (alreadyBackMinor: bigint) =>
      aCaseFor("AUTO_APPROVE", { sale, verdict: aVerdict({ straightThrough: true, alreadyBackMinor }) });
    expect(refusalsOf(asked(0n), aMove("AUTO_APPROVE"))).toEqual(["POLICY_DOES_NOT_APPROVE"]);
    expect(refusalsOf(asked(1n), aMove("AUTO_APPROVE"))).toEqual([]);
  });

  test("against the policy needs a reason, which compliance reads", () => {
    for (const outcome of ["DECLINE", "REVIEW"] as const) {
      const facts = aCase({ verdict: aVerdict({ outcome, rowNumber: 5 }) });
      expect(refusalsOf(facts, approve(860))).toEqual(["OVERRIDE_REASON_MISSING"]);
      expect(refusalsOf(facts, approve(860, "  "))).toEqual(["OVERRIDE_REASON_MISSING"]);
      expect(refusalsOf(facts, approve(860, "The shop's manager asked us to."))).toEqual([]);
    }
  });

  test.each([
    "MERCHANT_VERIFIER",
    "BANK_OFFICER",
    "COMPLIANCE_OFFICER",
    "CUSTOMER",
    "TRAINER",
    "ADMINISTRATOR",
  ] as const)("%s cannot", (role) =>
    expect(refusalsOf(aCase(), approve(860), anActor(role))).toEqual(["NOT_PERMITTED"]),
  );
});

describe("what may still go back", () => {
  test("is what was captured, less what went, is going, or was taken back by the bank", () => {
    const sale = aSale({ refundedMinor: 10_000n, inFlightMinor: 20_000n, chargedBackMinor: 30_000n });
    expect(refundableOf(aCase({ sale }))).toEqual(cny(260));
  });

  test("is nothing without a sale", () => expect(refundableOf(aCase({ sale: null }))).toBeNull());

  test("is counted in the sale's currency", () => {
    expect(refundableOf(aCase({ sale: aSale({ currency: "JPY", capturedMinor: 500n }) }))).toEqual(money(500n, "JPY"));
  });
});

describe("a refund that goes straight through", () => {
  test("needs the policy's word, every check and a sale; nobody's hand", () => {
    const facts = aCaseFor("AUTO_APPROVE");
    expect(leadsTo(facts, aMove("AUTO_APPROVE")).to).toBe("REFUNDING");
    expect(
      caseChange(facts, aMove("AUTO_APPROVE"), leadsTo(facts, aMove("AUTO_APPROVE")), anActor("SYSTEM")),
    ).toMatchObject({
      proposed_by_id: null,
      proposed_minor: 86_000n,
      approvals_missing: [],
    });
  });

  test.each([
    ["the policy approves, but wants a hand", { verdict: aVerdict() }, "POLICY_DOES_NOT_APPROVE"],
    [
      "the policy says decline",
      { verdict: aVerdict({ outcome: "DECLINE", rowNumber: 5, straightThrough: true }) },
      "POLICY_DOES_NOT_APPROVE",
    ],
    ["the policy has not been asked", { verdict: null }, "POLICY_DOES_NOT_APPROVE"],
    ["a check is open", { checks: checks({ PROOF_PRESENT: "PENDING" }) }, "CHECKS_OPEN"],
    ["no sale is known", { sale: null }, "NO_TRANSACTION"],
  ] as const)("is refused when %s, for that reason alone", (_why, change, code) => {
    expect(refusalsOf(aCaseFor("AUTO_APPROVE", change), aMove("AUTO_APPROVE"))).toEqual([code]);
  });
});

describe("an approval", () => {
  const both = { approvalsMissing: ["approval.first", "approval.second"] } as const;
  const second = { approvalsMissing: ["approval.second"], approvedByIds: [ids.supervisor] } as const;

  test("by a supervisor sends the refund off where one is enough", () => {
    expect(leadsTo(aCaseFor("GRANT_APPROVAL"), aMove("GRANT_APPROVAL")).to).toBe("REFUNDING");
  });

  test("by a supervisor is the first of two above the higher limit; then compliance's sends it off", () => {
    const first = aCaseFor("GRANT_APPROVAL", both);
    expect(leadsTo(first, aMove("GRANT_APPROVAL")).to).toBe("AWAITING_APPROVAL");
    expect(
      caseChange(first, aMove("GRANT_APPROVAL"), { to: "AWAITING_APPROVAL", outcome: null }, anActor("SUPERVISOR")),
    ).toEqual({
      approvals_missing: ["approval.second"],
      approved_by_ids: [ids.supervisor],
    });
    expect(leadsTo(aCaseFor("GRANT_APPROVAL", second), aMove("GRANT_APPROVAL"), anActor("COMPLIANCE_OFFICER")).to).toBe(
      "REFUNDING",
    );
  });

  test.each(["GRANT_APPROVAL", "REJECT_APPROVAL"] as const)(
    "%s: levels are taken in their order, each by its own right",
    (action) => {
      expect(refusalsOf(aCaseFor(action, both), aMove(action), anActor("COMPLIANCE_OFFICER"))).toEqual([
        "NOT_PERMITTED",
      ]);
      expect(refusalsOf(aCaseFor(action, { approvalsMissing: ["approval.second"] }), aMove(action))).toEqual([
        "NOT_PERMITTED",
      ]);
    },
  );

  test.each(["GRANT_APPROVAL", "REJECT_APPROVAL"] as const)("%s: nobody ends what they proposed", (action) => {
    const own = aCaseFor(action, { proposedById: ids.supervisor });
    expect(refusalsOf(own, aMove(action))).toEqual(["OWN_PROPOSAL"]);
  });

  test("nobody gives two of the approvals of one refund, whatever roles they have gathered", () => {
    const twice = anActor("COMPLIANCE_OFFICER", { id: ids.supervisor });
    expect(refusalsOf(aCaseFor("GRANT_APPROVAL", second), aMove("GRANT_APPROVAL"), twice)).toEqual([
      "ALREADY_APPROVED_BY_YOU",
    ]);
  });

  test("what the policy itself proposed may be approved by anyone with the right", () => {
    expect(refusalsOf(aCaseFor("GRANT_APPROVAL", { proposedById: null }), aMove("GRANT_APPROVAL"))).toEqual([]);
  });

  test("an agent approves nothing", () => {
    const others = aCaseFor("GRANT_APPROVAL", { proposedById: ids.compliance });
    expect(refusalsOf(others, aMove("GRANT_APPROVAL"), anActor("SUPPORT_AGENT"))).toEqual(["NOT_PERMITTED"]);
  });

  test("a rejection needs a reason, and takes the proposal off the table", () => {
    expect(refusalsOf(aCaseFor("REJECT_APPROVAL"), aMove("REJECT_APPROVAL", { reason: " " }))).toEqual([
      "REASON_MISSING",
    ]);
    const facts = aCaseFor("REJECT_APPROVAL");
    expect(
      caseChange(facts, aMove("REJECT_APPROVAL"), leadsTo(facts, aMove("REJECT_APPROVAL")), anActor("SUPERVISOR")),
    ).toMatchObject({
      state: "VERIFYING",
      proposed_by_id: null,
      proposed_minor: null,
      approvals_missing: [],
      approved_by_ids: [],
    });
  });

  test.each(["NOT_ASKED", "WAITING"] as const)(
    "a rejection of a case on which the shop is %s leads back to the start, so that the shop is asked with its whole time",
    (merchantAnswer) => {
      const facts = aCaseFor("REJECT_APPROVAL", { merchantAnswer });
      const verdict = leadsTo(facts, aMove("REJECT_APPROVAL"));
      expect(caseChange(facts, aMove("REJECT_APPROVAL"), verdict, anActor("SUPERVISOR"))).toMatchObject({
        state: "NEW",
        stage: "REQUEST",
        merchant_answer: "NOT_ASKED",
      });
    },
  );
});

describe("a refund on its way", () => {
  test("closes the case with what became of the money once it has settled", () => {
    for (const settledOutcome of ["REFUNDED", "PARTLY_REFUNDED", "SETTLED"] as const) {
      expect(leadsTo(aCaseFor("SETTLE_REFUND", { settledOutcome }), aMove("SETTLE_REFUND"))).toEqual({
        to: "CLOSED",
        outcome: settledOutcome,
      });
    }
  });

  test("that failed leaves the case where somebody can act", () => {
    expect(leadsTo(aCaseFor("FAIL_REFUND"), aMove("FAIL_REFUND")).to).toBe("REFUNDING");
  });

  test.each([
    ["there is none", null],
    ["it is still on its way", aRefund({ inFlight: true })],
    ["it failed for good", aRefund({ needsAttention: true, retryable: false })],
  ])("is not sent again when %s", (_why, refund) => {
    expect(refusalsOf(aCaseFor("RETRY_REFUND", { refund }), aMove("RETRY_REFUND"))).toEqual(["REFUND_NOT_RETRYABLE"]);
  });

  test.each([
    ["withdrawing", "WITHDRAW"],
    ["going to the bank", "ESCALATE_TO_BANK"],
  ] as const)("shuts every other road for the same money: %s", (_what, action) => {
    const change = { state: "REFUNDING", merchantAnswer: "CONFIRMED" } as const;
    const onItsWay = aCaseFor(action, { ...change, refund: aRefund({ inFlight: true }) });
    expect(refusalsOf(onItsWay, aMove(action))).toEqual(["REFUND_IN_FLIGHT"]);
    const failed = aCaseFor(action, { ...change, refund: aRefund({ needsAttention: true }) });
    expect(refusalsOf(failed, aMove(action))).toEqual([]);
  });

  test("only what has failed was paid in another way, and the case keeps every other road shut meanwhile", () => {
    const underWay = aCaseFor("PROPOSE_MANUAL_REFUND", { refund: aRefund({ inFlight: true }) });
    expect(refusalsOf(underWay, aMove("PROPOSE_MANUAL_REFUND"))).toEqual(["REFUND_NOT_FAILED"]);
    const none = aCaseFor("PROPOSE_MANUAL_REFUND", { refund: null });
    expect(refusalsOf(none, aMove("PROPOSE_MANUAL_REFUND"))).toEqual(["REFUND_NOT_FAILED"]);
  });

  test.each(["WITHDRAW", "ESCALATE_TO_BANK", "RETRY_REFUND", "PROPOSE_MANUAL_REFUND"] as const)(
    "one that was recorded as paid outside is said to wait for a colleague, and not to be on its way: %s",
    (action) => {
      const refund = aRefund({ inFlight: true, paidOutside: true });
      const recorded = aCaseFor(action, { state: "REFUNDING", merchantAnswer: "CONFIRMED", refund });
      expect(refusalsOf(recorded, aMove(action))).toEqual(["REFUND_PAID_OUTSIDE"]);
    },
  );

  test("only the desk itself reports of the acquirer; of money paid by hand, whoever approves", () => {
    expect(refusalsOf(aCaseFor("FAIL_REFUND"), aMove("FAIL_REFUND"), anActor("SUPERVISOR"))).toEqual(["NOT_PERMITTED"]);
    expect(refusalsOf(aCaseFor("SETTLE_REFUND"), aMove("SETTLE_REFUND"), anActor("SUPPORT_AGENT"))).toEqual([
      "NOT_PERMITTED",
    ]);
    expect(refusalsOf(aCaseFor("SETTLE_REFUND"), aMove("SETTLE_REFUND"), anActor("SUPERVISOR"))).toEqual([]);
  });
});
