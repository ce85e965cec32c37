import { describe, expect, test } from "vitest";
import { caseChange } from "../../server/cases/domain/case-change.ts";
import { checkKinds } from "../../server/cases/domain/checks.ts";
import { automaticChecks } from "../../server/cases/domain/input-guards.ts";
import {
  aCaseFor,
  aMove,
  anActor,
  aVerdict,
  cny,
  ids,
  later,
  leadsTo,
  noChecks,
  refusalsOf,
  theUsualActor,
} from "../support/a-case.ts";

const granted = { approvalId: "0199d6a0-0000-7000-8000-0000000000a1" } as const;
const waived = { outcome: "WAIVED", reason: "The shop sent the slip by post.", ...granted } as const;

describe("beginning verification", () => {
  test("asks the shop, so its answer is now awaited", () => {
    const [facts, move] = [aCaseFor("BEGIN_VERIFICATION"), aMove("BEGIN_VERIFICATION")];
    expect(caseChange(facts, move, leadsTo(facts, move), theUsualActor("BEGIN_VERIFICATION"))).toEqual({
      state: "VERIFYING",
      stage: "VERIFICATION",
      merchant_answer: "WAITING",
    });
  });
});

describe("asking the customer", () => {
  test.each(["NEW", "VERIFYING", "NEGOTIATING"] as const)(
    "from %s leads back to where it came from once they answer",
    (state) => {
      const asked = aCaseFor("REQUEST_INFORMATION", { state });
      const change = caseChange(
        asked,
        aMove("REQUEST_INFORMATION"),
        leadsTo(asked, aMove("REQUEST_INFORMATION")),
        anActor("SUPPORT_AGENT"),
      );
      expect(change).toEqual({ state: "AWAITING_CUSTOMER", returns_to: state });
      const answered = aCaseFor("PROVIDE_INFORMATION", { returnsTo: state });
      expect(leadsTo(answered, aMove("PROVIDE_INFORMATION")).to).toBe(state);
    },
  );

  test("keeps the case in the stage that it was in", () => {
    const facts = aCaseFor("REQUEST_INFORMATION", { state: "NEGOTIATING" });
    const change = caseChange(
      facts,
      aMove("REQUEST_INFORMATION"),
      { to: "AWAITING_CUSTOMER", outcome: null },
      anActor("SUPPORT_AGENT"),
    );
    expect(change).not.toHaveProperty("stage");
  });

  test("an agent may write down what the customer said on the phone", () => {
    expect(refusalsOf(aCaseFor("PROVIDE_INFORMATION"), aMove("PROVIDE_INFORMATION"), anActor("SUPPORT_AGENT"))).toEqual(
      [],
    );
  });

  test("a case lapses when the customer's time has run out, and not before", () => {
    expect(leadsTo(aCaseFor("EXPIRE"), aMove("EXPIRE"))).toEqual({ to: "CLOSED", outcome: "EXPIRED" });
    const offer = { amount: cny(400), byId: ids.agent };
    const offered = aCaseFor("EXPIRE", { returnsTo: "NEGOTIATING", offer });
    expect(leadsTo(offered, aMove("EXPIRE"))).toEqual({ to: "NEGOTIATING", outcome: null });
    const ranOut = { ...offered, offerLapsedAt: later(-1) };
    expect(leadsTo(ranOut, aMove("EXPIRE"))).toEqual({ to: "CLOSED", outcome: "EXPIRED" });
    expect(refusalsOf(aCaseFor("EXPIRE", { breachedClocks: new Set() }), aMove("EXPIRE"))).toEqual([
      "CLOCK_STILL_RUNS",
    ]);
    expect(refusalsOf(aCaseFor("EXPIRE", { breachedClocks: new Set(["decide-request"]) }), aMove("EXPIRE"))).toEqual([
      "CLOCK_STILL_RUNS",
    ]);
  });

  test("a customer who answers after the time, but before the case has lapsed, is heard", () => {
    const late = aCaseFor("PROVIDE_INFORMATION", { breachedClocks: new Set(["customer-information"]) });
    expect(refusalsOf(late, aMove("PROVIDE_INFORMATION"))).toEqual([]);
  });

  test("nobody lets a case lapse by hand", () => {
    expect(refusalsOf(aCaseFor("EXPIRE"), aMove("EXPIRE"), anActor("SUPERVISOR"))).toEqual(["NOT_PERMITTED"]);
  });
});

describe("recording a check", () => {
  test.each(checkKinds.filter((kind) => !automaticChecks.has(kind)))("%s is an agent's to pass or fail", (check) => {
    for (const outcome of ["PASSED", "FAILED"] as const) {
      expect(refusalsOf(aCaseFor("RECORD_CHECK"), aMove("RECORD_CHECK", { check, outcome }))).toEqual([]);
    }
  });

  test.each([...automaticChecks])("%s is answered by data: by hand it can only be waived", (check) => {
    const facts = aCaseFor("RECORD_CHECK");
    for (const outcome of ["PASSED", "FAILED"] as const) {
      expect(refusalsOf(facts, aMove("RECORD_CHECK", { check, outcome }))).toEqual(["CHECK_IS_AUTOMATIC"]);
    }
    expect(refusalsOf(facts, aMove("RECORD_CHECK", { check, ...waived }), anActor("SUPERVISOR"))).toEqual([]);
  });

  test.each(["WAIVED", "NOT_NEEDED"] as const)(
    "%s lets a check go, which nobody does alone: it takes a request that was granted",
    (outcome) => {
      const facts = aCaseFor("RECORD_CHECK");
      const said = { check: "IDENTITY_CONFIRMED", outcome, reason: "Known at the counter." } as const;
      for (const role of ["SUPPORT_AGENT", "SUPERVISOR"] as const) {
        expect(refusalsOf(facts, aMove("RECORD_CHECK", said), anActor(role))).toEqual(["WAIVER_NEEDS_APPROVAL"]);
        expect(refusalsOf(facts, aMove("RECORD_CHECK", { ...said, ...granted }), anActor(role))).toEqual([]);
      }
    },
  );

  test("a waiver is proposed with a reason, of a check that stands in the way", () => {
    const facts = aCaseFor("PROPOSE_CHECK_WAIVER");
    for (const reason of ["", "  "])
      expect(refusalsOf(facts, aMove("PROPOSE_CHECK_WAIVER", { reason }))).toEqual(["REASON_MISSING"]);
    for (const outcome of ["PASSED", "WAIVED", "NOT_NEEDED"] as const) {
      const settled = { ...facts, checks: { ...facts.checks, GOODS_STATE: outcome } };
      expect(refusalsOf(settled, aMove("PROPOSE_CHECK_WAIVER"))).toEqual(["CHECK_NOT_OPEN"]);
    }
    expect(refusalsOf(facts, aMove("PROPOSE_CHECK_WAIVER"), anActor("MERCHANT_VERIFIER"))).toEqual(["NOT_PERMITTED"]);
  });

  test("the shop says how the goods came back, and nothing else", () => {
    const [facts, shop] = [aCaseFor("RECORD_CHECK"), anActor("MERCHANT_VERIFIER")];
    expect(refusalsOf(facts, aMove("RECORD_CHECK", { check: "GOODS_STATE", outcome: "FAILED" }), shop)).toEqual([]);
    for (const check of checkKinds.filter((kind) => kind !== "GOODS_STATE")) {
      expect(refusalsOf(facts, aMove("RECORD_CHECK", { check, outcome: "PASSED" }), shop)).toEqual(["NOT_PERMITTED"]);
    }
  });
});

describe("the shop's answer", () => {
  test.each([
    [true, "CONFIRMED"],
    [false, "CONTESTED"],
  ])("confirms: %s is remembered as %s", (confirms, answer) => {
    const [facts, move] = [aCaseFor("RECORD_MERCHANT_ANSWER"), aMove("RECORD_MERCHANT_ANSWER", { confirms })];
    expect(caseChange(facts, move, leadsTo(facts, move), theUsualActor(move.action))).toEqual({
      merchant_answer: answer,
    });
  });

  test("a shop that answers late, or changes its mind, is still heard", () => {
    for (const merchantAnswer of ["SILENT", "CONFIRMED", "CONTESTED"] as const) {
      expect(
        refusalsOf(aCaseFor("RECORD_MERCHANT_ANSWER", { merchantAnswer }), aMove("RECORD_MERCHANT_ANSWER")),
      ).toEqual([]);
    }
  });

  test("a shop that was never asked has nothing to answer", () => {
    const facts = aCaseFor("RECORD_MERCHANT_ANSWER", { merchantAnswer: "NOT_ASKED" });
    expect(refusalsOf(facts, aMove("RECORD_MERCHANT_ANSWER"))).toEqual(["MERCHANT_NOT_ASKED"]);
  });

  test("a shop whose time runs out counts as silent, unless it has answered", () => {
    const breach = aMove("RECORD_CLOCK_BREACH", { rule: "merchant-answer" });
    const silent = aCaseFor("RECORD_CLOCK_BREACH");
    expect(caseChange(silent, breach, leadsTo(silent, breach), anActor("SYSTEM"))).toEqual({
      merchant_answer: "SILENT",
    });
    const heard = aCaseFor("RECORD_CLOCK_BREACH", { merchantAnswer: "CONFIRMED" });
    expect(caseChange(heard, breach, leadsTo(heard, breach), anActor("SYSTEM"))).toEqual({});
  });
});

describe("declining a request", () => {
  test("needs a reason, which the customer reads", () => {
    for (const reason of ["", " \n "]) {
      expect(refusalsOf(aCaseFor("DECLINE_REQUEST"), aMove("DECLINE_REQUEST", { reason }))).toEqual(["REASON_MISSING"]);
    }
  });

  test("against a policy that says approve needs a second reason, which compliance reads", () => {
    const verdict = aVerdict();
    const facts = aCaseFor("DECLINE_REQUEST", { verdict });
    expect(refusalsOf(facts, aMove("DECLINE_REQUEST"))).toEqual(["OVERRIDE_REASON_MISSING"]);
    expect(refusalsOf(facts, aMove("DECLINE_REQUEST", { overrideReason: "The slip is another shop's." }))).toEqual([]);
  });

  test.each(["DECLINE", "REVIEW"] as const)("where the policy says %s needs no second reason", (outcome) => {
    const facts = aCaseFor("DECLINE_REQUEST", { verdict: aVerdict({ outcome, rowNumber: null }) });
    expect(refusalsOf(facts, aMove("DECLINE_REQUEST"))).toEqual([]);
  });

  test("does not wait for checks: what cannot be verified can be declined", () => {
    expect(refusalsOf(aCaseFor("DECLINE_REQUEST", { checks: noChecks, sale: null }), aMove("DECLINE_REQUEST"))).toEqual(
      [],
    );
  });

  test("is not the shop's to do", () => {
    expect(refusalsOf(aCaseFor("DECLINE_REQUEST"), aMove("DECLINE_REQUEST"), anActor("MERCHANT_VERIFIER"))).toEqual([
      "NOT_PERMITTED",
    ]);
  });
});

describe("messages", () => {
  test.each([
    ["CUSTOMER", "CUSTOMER"],
    ["MERCHANT_VERIFIER", "MERCHANT"],
    ["BANK_OFFICER", "BANK"],
  ] as const)("%s writes into the thread %s and no other", (role, own) => {
    for (const thread of ["CUSTOMER", "MERCHANT", "BANK"] as const) {
      const refusals = refusalsOf(aCaseFor("SEND_MESSAGE"), aMove("SEND_MESSAGE", { thread }), anActor(role));
      expect(refusals).toEqual(thread === own ? [] : ["THREAD_NOT_YOURS"]);
    }
  });

  test.each(["CUSTOMER", "MERCHANT", "BANK"] as const)("the desk writes into the thread %s", (thread) => {
    expect(refusalsOf(aCaseFor("SEND_MESSAGE"), aMove("SEND_MESSAGE", { thread }))).toEqual([]);
  });

  test("a note is the desk's own: customers, shops and banks cannot write one", () => {
    for (const role of ["CUSTOMER", "MERCHANT_VERIFIER", "BANK_OFFICER"] as const) {
      expect(refusalsOf(aCaseFor("ADD_NOTE"), aMove("ADD_NOTE"), anActor(role))).toEqual(["NOT_PERMITTED"]);
    }
    expect(
      refusalsOf(aCaseFor("ADD_NOTE", { state: "CLOSED" }), aMove("ADD_NOTE"), anActor("COMPLIANCE_OFFICER")),
    ).toEqual([]);
  });
});
