import { describe, expect, test } from "vitest";
import { caseChange } from "../../server/cases/domain/case-change.ts";
import { decide } from "../../server/cases/domain/decide.ts";
import type { CaseState } from "../../server/cases/domain/words.ts";
import { aCaseFor, aMove, anActor, aRefund, aSale, cny, ids, leadsTo, refusalsOf } from "../support/a-case.ts";

describe("going to the bank", () => {
  test.each(["SILENT", "CONTESTED", "CONFIRMED"] as const)(
    "is open from verification when the shop is %s",
    (merchantAnswer) => {
      expect(leadsTo(aCaseFor("ESCALATE_TO_BANK", { merchantAnswer }), aMove("ESCALATE_TO_BANK")).to).toBe("AT_BANK");
    },
  );

  test.each([
    ["the shop still has time", { merchantAnswer: "WAITING" }, "MERCHANT_STILL_HAS_TIME"],
    ["the shop has not been asked", { merchantAnswer: "NOT_ASKED" }, "MERCHANT_NOT_ASKED"],
    ["no sale is known", { sale: null }, "NO_TRANSACTION"],
    ["a refund is on its way", { refund: aRefund({ inFlight: true }) }, "REFUND_IN_FLIGHT"],
  ] as const)("is refused when %s, for that reason alone", (_why, change, code) => {
    expect(refusalsOf(aCaseFor("ESCALATE_TO_BANK", change), aMove("ESCALATE_TO_BANK"))).toEqual([code]);
  });

  test.each(["REFUNDING", "NEGOTIATING"] as const)("from %s does not wait for the shop: its turn is over", (state) => {
    for (const merchantAnswer of ["NOT_ASKED", "WAITING", "SILENT"] as const) {
      expect(refusalsOf(aCaseFor("ESCALATE_TO_BANK", { state, merchantAnswer }), aMove("ESCALATE_TO_BANK"))).toEqual(
        [],
      );
    }
  });

  test("takes proposals and offers off the table", () => {
    const facts = aCaseFor("ESCALATE_TO_BANK", { state: "NEGOTIATING", offer: { amount: cny(1), byId: ids.agent } });
    const move = aMove("ESCALATE_TO_BANK");
    expect(caseChange(facts, move, leadsTo(facts, move), anActor("SUPPORT_AGENT"))).toMatchObject({
      stage: "BANK",
      proposed_minor: null,
      offer_minor: null,
    });
  });

  test.each(["ESCALATE_TO_BANK", "JOIN_DISPUTE"] as const)(
    "%s ends what was agreed before an agency: what the bank has the shop pay is no settlement",
    (action) => {
      const [facts, move] = [aCaseFor(action, { state: "REFUNDING", settledOutcome: "SETTLED" }), aMove(action)];
      expect(caseChange(facts, move, leadsTo(facts, move), anActor("SUPPORT_AGENT"))).toMatchObject({
        state: "AT_BANK",
        settles_as: null,
      });
    },
  );
});

describe("the bank's ruling", () => {
  const ruling = (change: Parameters<typeof aMove<"RECORD_BANK_RULING">>[1]) => aMove("RECORD_BANK_RULING", change);

  test.each([
    ["takes the money back", { to: "CLOSED", outcome: "CHARGED_BACK" }],
    ["is for the merchant", { to: "CLOSED", outcome: "DEFENDED" }],
  ] as const)("that %s closes the case and says so", (_what, change) => {
    expect(leadsTo(aCaseFor("RECORD_BANK_RULING"), ruling(change))).toEqual(change);
  });

  test.each(["REFUNDING", "NEGOTIATING"] as const)("can lead to %s, which is no end", (to) => {
    expect(leadsTo(aCaseFor("RECORD_BANK_RULING"), ruling({ to, outcome: null }))).toEqual({ to, outcome: null });
  });

  test("that the shop pays is a refund of just that amount, which nobody has to approve again", () => {
    const [facts, move] = [
      aCaseFor("RECORD_BANK_RULING"),
      ruling({ to: "REFUNDING", outcome: null, amount: cny(500) }),
    ];
    expect(caseChange(facts, move, leadsTo(facts, move), anActor("BANK_OFFICER"))).toMatchObject({
      state: "REFUNDING",
      proposed_minor: 50_000n,
      proposed_by_id: null,
      approvals_missing: [],
    });
  });

  test("cannot have more refunded than the sale still holds; what the bank keeps is recorded all the same", () => {
    const facts = aCaseFor("RECORD_BANK_RULING", { sale: aSale({ refundedMinor: 50_000n }) });
    expect(refusalsOf(facts, ruling({ to: "REFUNDING", outcome: null }))).toEqual(["ABOVE_REFUNDABLE"]);
    const keeps = { to: "CLOSED", outcome: "CHARGED_BACK" } as const;
    expect(refusalsOf(facts, ruling(keeps))).toEqual([]);
    expect(refusalsOf(facts, ruling({ ...keeps, amount: cny(0) }))).toEqual(["AMOUNT_NOT_POSITIVE"]);
    const dollars = { minor: 1n, currency: "USD" };
    expect(refusalsOf(facts, ruling({ ...keeps, amount: dollars }))).toEqual(["CURRENCY_DIFFERS"]);
  });

  test("for the merchant moves nothing, so its amount is not judged", () => {
    const facts = aCaseFor("RECORD_BANK_RULING", { sale: aSale({ refundedMinor: 86_000n }) });
    expect(refusalsOf(facts, ruling({ to: "CLOSED", outcome: "DEFENDED" }))).toEqual([]);
  });

  test.each(["VERIFYING", "AT_AGENCY", "AT_BANK"] as readonly CaseState[])(
    "that names %s as its end is a mistake of ours, not an answer",
    (to) => {
      expect(() =>
        decide(aCaseFor("RECORD_BANK_RULING"), ruling({ to, outcome: null }), anActor("BANK_OFFICER")),
      ).toThrow(/does not lead to/);
    },
  );

  test("that closes a case without saying what became of the money is a mistake of ours, not an answer", () => {
    expect(() =>
      decide(aCaseFor("RECORD_BANK_RULING"), ruling({ to: "CLOSED", outcome: null }), anActor("BANK_OFFICER")),
    ).toThrow(/became of the money/);
  });

  test("is the bank's alone", () => {
    expect(refusalsOf(aCaseFor("RECORD_BANK_RULING"), ruling({}), anActor("SUPERVISOR"))).toEqual(["NOT_PERMITTED"]);
  });
});

describe("a step of the dispute or the referral", () => {
  test.each(["ADVANCE_DISPUTE", "ADVANCE_REFERRAL"] as const)(
    "%s is taken only while its own machine has it open",
    (action) => {
      expect(refusalsOf(aCaseFor(action, { openSteps: new Set(["another:STEP"]) }), aMove(action))).toEqual([
        "STEP_NOT_OPEN",
      ]);
    },
  );
});

describe("going to the consumer-protection agency", () => {
  test("is open while the case is negotiated, unless money is on its way", () => {
    expect(leadsTo(aCaseFor("REFER_TO_AGENCY"), aMove("REFER_TO_AGENCY")).to).toBe("AT_AGENCY");
    const onItsWay = aCaseFor("REFER_TO_AGENCY", { refund: aRefund({ inFlight: true }) });
    expect(refusalsOf(onItsWay, aMove("REFER_TO_AGENCY"))).toEqual(["REFUND_IN_FLIGHT"]);
  });

  test("needs no sale on file: the agency hears complaints without one", () => {
    expect(refusalsOf(aCaseFor("REFER_TO_AGENCY", { sale: null }), aMove("REFER_TO_AGENCY"))).toEqual([]);
  });

  test("takes the offer off the table", () => {
    const facts = aCaseFor("REFER_TO_AGENCY", { offer: { amount: cny(1), byId: ids.agent } });
    expect(
      caseChange(facts, aMove("REFER_TO_AGENCY"), leadsTo(facts, aMove("REFER_TO_AGENCY")), anActor("SUPPORT_AGENT")),
    ).toMatchObject({ offer_minor: null });
  });

  test("an agreement there is paid like any refund, and the case then ends as settled", () => {
    const [facts, move] = [aCaseFor("RECORD_AGENCY_OUTCOME"), aMove("RECORD_AGENCY_OUTCOME")];
    expect(caseChange(facts, move, leadsTo(facts, move), anActor("SUPPORT_AGENT"))).toMatchObject({
      state: "REFUNDING",
      proposed_minor: 40_000n,
      settles_as: "SETTLED",
    });
  });

  test.each([
    ["no amount", null, "AMOUNT_NOT_POSITIVE"],
    ["an amount of nothing", cny(0), "AMOUNT_NOT_POSITIVE"],
    ["more than the sale holds", cny(861), "ABOVE_REFUNDABLE"],
  ])("an agreement to pay with %s cannot be recorded", (_what, amount, code) => {
    expect(refusalsOf(aCaseFor("RECORD_AGENCY_OUTCOME"), aMove("RECORD_AGENCY_OUTCOME", { amount }))).toEqual([code]);
  });

  test("mediation that fails closes the case as declined", () => {
    const move = aMove("RECORD_AGENCY_OUTCOME", { to: "CLOSED", outcome: "DECLINED", amount: null });
    expect(leadsTo(aCaseFor("RECORD_AGENCY_OUTCOME"), move)).toEqual({ to: "CLOSED", outcome: "DECLINED" });
  });
});
