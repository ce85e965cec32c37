import { describe, expect, test } from "vitest";
import { caseChange } from "../../server/cases/domain/case-change.ts";
import { planClocks } from "../../server/cases/domain/clock-plan.ts";
import { decide } from "../../server/cases/domain/decide.ts";
import { builtInCalendars } from "../../server/kernel/calendars.ts";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";
import {
  aCaseFor,
  aMove,
  anActor,
  aSale,
  aVerdict,
  cny,
  ids,
  later,
  leadsTo,
  now,
  refusalsOf,
} from "../support/a-case.ts";

const justAfter = new Date(now.getTime() + 1);
const justBefore = new Date(now.getTime() - 1);

describe("contesting a refusal", () => {
  test("is possible up to and at the last instant of the window, and not after it", () => {
    for (const appealOpenUntil of [later(15), justAfter, now]) {
      expect(refusalsOf(aCaseFor("CONTEST_DECISION", { appealOpenUntil }), aMove("CONTEST_DECISION"))).toEqual([]);
    }
    expect(
      refusalsOf(aCaseFor("CONTEST_DECISION", { appealOpenUntil: justBefore }), aMove("CONTEST_DECISION")),
    ).toEqual(["APPEAL_WINDOW_CLOSED"]);
  });

  test("leads to negotiation", () => {
    expect(leadsTo(aCaseFor("CONTEST_DECISION"), aMove("CONTEST_DECISION")).to).toBe("NEGOTIATING");
  });

  test("is the customer's, or an agent's on their behalf; never the shop's", () => {
    expect(refusalsOf(aCaseFor("CONTEST_DECISION"), aMove("CONTEST_DECISION"), anActor("SUPPORT_AGENT"))).toEqual([]);
    expect(refusalsOf(aCaseFor("CONTEST_DECISION"), aMove("CONTEST_DECISION"), anActor("MERCHANT_VERIFIER"))).toEqual([
      "NOT_PERMITTED",
    ]);
  });
});

describe("closing", () => {
  test("a refused case waits until the window to contest is over", () => {
    for (const appealOpenUntil of [later(15), now]) {
      expect(refusalsOf(aCaseFor("CLOSE", { appealOpenUntil }), aMove("CLOSE"))).toEqual(["APPEAL_WINDOW_OPEN"]);
    }
    expect(leadsTo(aCaseFor("CLOSE", { appealOpenUntil: justBefore }), aMove("CLOSE"))).toEqual({
      to: "CLOSED",
      outcome: "DECLINED",
    });
  });

  test("is what the desk itself does when the window is over", () => {
    expect(refusalsOf(aCaseFor("CLOSE"), aMove("CLOSE"), anActor("SYSTEM"))).toEqual([]);
  });

  test("a contested case can be closed while the old window is still open, since it was used", () => {
    const facts = aCaseFor("CLOSE", { state: "NEGOTIATING", appealOpenUntil: later(5) });
    expect(leadsTo(facts, aMove("CLOSE"))).toEqual({ to: "CLOSED", outcome: "DECLINED" });
  });

  test("waits until the customer can answer an offer no more, and says until when", () => {
    const offered = { state: "NEGOTIATING", offer: { amount: cny(400), byId: ids.agent } } as const;
    for (const offerOpenUntil of [later(7), now]) {
      const refused = decide(
        aCaseFor("CLOSE", { ...offered, offerOpenUntil }),
        aMove("CLOSE"),
        anActor("SUPPORT_AGENT"),
      );
      expect(refused).toMatchObject({ error: [{ code: "OFFER_OPEN", openUntil: offerOpenUntil }] });
    }
    expect(refusalsOf(aCaseFor("CLOSE", { ...offered, offerOpenUntil: justBefore }), aMove("CLOSE"))).toEqual([]);
  });

  test("needs a reason", () => {
    expect(refusalsOf(aCaseFor("CLOSE"), aMove("CLOSE", { reason: "" }))).toEqual(["REASON_MISSING"]);
  });

  test("keeps the stage that the case was in, with the outcome and the time", () => {
    const [facts, move] = [aCaseFor("CLOSE"), aMove("CLOSE")];
    expect(caseChange(facts, move, leadsTo(facts, move), anActor("SUPPORT_AGENT"))).toEqual({
      state: "CLOSED",
      outcome: "DECLINED",
      closed_at: now,
    });
  });
});

describe("withdrawing", () => {
  test("ends the case, with or without a word, and takes every proposal and offer off the table", () => {
    for (const message of [null, "The shop paid me back in cash."]) {
      const [facts, move] = [aCaseFor("WITHDRAW"), aMove("WITHDRAW", { message })];
      expect(leadsTo(facts, move)).toEqual({ to: "CLOSED", outcome: "WITHDRAWN" });
      expect(caseChange(facts, move, leadsTo(facts, move), anActor("CUSTOMER"))).toMatchObject({
        proposed_minor: null,
        approvals_missing: [],
        offer_minor: null,
      });
    }
  });
});

describe("reopening", () => {
  test("is possible up to and at the last instant of its window, and not after it", () => {
    for (const reopenUntil of [later(30), now]) {
      expect(refusalsOf(aCaseFor("REOPEN", { reopenUntil }), aMove("REOPEN"))).toEqual([]);
    }
    for (const reopenUntil of [justBefore, null]) {
      expect(refusalsOf(aCaseFor("REOPEN", { reopenUntil }), aMove("REOPEN"))).toEqual(["REOPEN_WINDOW_CLOSED"]);
    }
  });

  test("is a supervisor's, with a reason", () => {
    expect(refusalsOf(aCaseFor("REOPEN"), aMove("REOPEN"), anActor("SUPPORT_AGENT"))).toEqual(["NOT_PERMITTED"]);
    expect(refusalsOf(aCaseFor("REOPEN"), aMove("REOPEN", { reason: "\t" }))).toEqual(["REASON_MISSING"]);
  });

  test("clears the outcome and everything that was on the table", () => {
    const [facts, move] = [aCaseFor("REOPEN"), aMove("REOPEN")];
    expect(caseChange(facts, move, leadsTo(facts, move), anActor("SUPERVISOR"))).toEqual({
      state: "VERIFYING",
      stage: "VERIFICATION",
      outcome: null,
      closed_at: null,
      proposed_by_id: null,
      proposed_minor: null,
      approvals_missing: [],
      approved_by_ids: [],
      offer_minor: null,
      offer_by_id: null,
      settles_as: null,
    });
  });

  test.each([
    ["NOT_ASKED", "NEW"],
    ["WAITING", "NEW"],
    ["CONFIRMED", "VERIFYING"],
    ["CONTESTED", "VERIFYING"],
    ["SILENT", "VERIFYING"],
  ] as const)("a case on which the shop is %s leads to %s", (merchantAnswer, to) => {
    expect(leadsTo(aCaseFor("REOPEN", { merchantAnswer }), aMove("REOPEN")).to).toBe(to);
  });
});

describe("an offer", () => {
  const offer = { amount: cny(400), byId: ids.agent };

  test("stays on the table of the case that it was made on", () => {
    const [facts, move] = [aCaseFor("MAKE_OFFER"), aMove("MAKE_OFFER")];
    expect(leadsTo(facts, move).to).toBe("NEGOTIATING");
    expect(caseChange(facts, move, leadsTo(facts, move), anActor("SUPPORT_AGENT"))).toEqual({
      offer_minor: 40_000n,
      offer_by_id: ids.agent,
    });
  });

  test.each([
    ["nothing", 0, "AMOUNT_NOT_POSITIVE"],
    ["more than was asked for", 860.01, "ABOVE_CLAIM"],
  ])("of %s is none", (_what, yuan, code) => {
    const facts = aCaseFor("MAKE_OFFER", {
      sale: aSale({ capturedMinor: 100_000n }),
    });
    expect(refusalsOf(facts, aMove("MAKE_OFFER", { amount: cny(yuan) }))).toEqual([code]);
  });

  test.each(["DECLINE", "REVIEW"] as const)("against a verdict of %s leaves a reason, as approving does", (outcome) => {
    const facts = aCaseFor("MAKE_OFFER", { verdict: aVerdict({ outcome }) });
    for (const overrideReason of [null, "  "])
      expect(refusalsOf(facts, aMove("MAKE_OFFER", { overrideReason }))).toEqual(["OVERRIDE_REASON_MISSING"]);
    expect(refusalsOf(facts, aMove("MAKE_OFFER", { overrideReason: "The shop has lost the slip." }))).toEqual([]);
    expect(refusalsOf(aCaseFor("MAKE_OFFER", { verdict: aVerdict() }), aMove("MAKE_OFFER"))).toEqual([]);
  });

  test.each([
    [1000, "REFUNDING", []],
    [1000.01, "AWAITING_APPROVAL", ["approval.first"]],
  ])("of CNY %d that is accepted leads to %s, as the offerer's proposal", (yuan, to, missing) => {
    const facts = aCaseFor("ACCEPT_OFFER", { amount: cny(5000), offer: { amount: cny(yuan), byId: ids.agent } });
    const verdict = leadsTo(facts, aMove("ACCEPT_OFFER"));
    expect(verdict.to).toBe(to);
    expect(caseChange(facts, aMove("ACCEPT_OFFER"), verdict, anActor("CUSTOMER"))).toMatchObject({
      proposed_by_id: ids.agent,
      proposed_minor: cny(yuan).minor,
      approvals_missing: missing,
      offer_minor: null,
      offer_by_id: null,
    });
  });

  test.each(["ACCEPT_OFFER", "REJECT_OFFER"] as const)("%s needs an offer", (action) => {
    expect(refusalsOf(aCaseFor(action, { offer: null }), aMove(action))).toEqual(["NO_OFFER"]);
  });

  test.each(["ACCEPT_OFFER", "REJECT_OFFER"] as const)("%s says since when the offer has lapsed", (action) => {
    const lapsed = { offer: null, offerLapsedAt: justBefore };
    expect(refusalsOf(aCaseFor(action, lapsed), aMove(action))).toEqual(["OFFER_LAPSED"]);
    // A new one is on the table: the old one's end matters no more.
    expect(refusalsOf(aCaseFor(action, { offerLapsedAt: justBefore }), aMove(action))).toEqual([]);
  });

  test.each(["ACCEPT_OFFER", "REJECT_OFFER"] as const)(
    "%s is not for whoever made the offer, but a colleague may record it",
    (action) => {
      expect(refusalsOf(aCaseFor(action, { offer }), aMove(action), anActor("SUPPORT_AGENT"))).toEqual(["OWN_OFFER"]);
      expect(refusalsOf(aCaseFor(action, { offer }), aMove(action), anActor("SUPERVISOR"))).toEqual([]);
    },
  );

  test("keeps its clock, which stands still while the customer is asked for something else", () => {
    const promised = { calendars: builtInCalendars, promises: defaultPolicy };
    const quiet = { breached: null, also: { starts: [], ends: [] }, ...promised };
    const made = { ...quiet, action: "MAKE_OFFER", from: "NEGOTIATING", to: "NEGOTIATING", at: now } as const;
    const [clock] = planClocks([], made).started;
    if (clock === undefined) throw new Error("An offer started no clock");
    const asked = { ...quiet, action: "REQUEST_INFORMATION", from: "NEGOTIATING", to: "AWAITING_CUSTOMER" } as const;
    const [paused] = planClocks([{ ...clock, id: "1" }], { ...asked, at: later(1) }).changed;
    if (paused === undefined) throw new Error("The clock did not stand still");
    expect(paused).toMatchObject({ state: "PAUSED", endedAt: null });
    const told = { ...quiet, action: "PROVIDE_INFORMATION", from: "AWAITING_CUSTOMER", to: "NEGOTIATING" } as const;
    const [resumed] = planClocks([paused], { ...told, at: later(3) }).changed;
    expect(resumed).toMatchObject({ rule: "offer-answer", state: "RUNNING", endedAt: null });
    expect(resumed?.dueAt?.getTime()).toBeGreaterThan(clock.dueAt?.getTime() ?? Number.POSITIVE_INFINITY);
  });

  test("that is rejected, or not answered in time, is off the table", () => {
    const gone = { offer_minor: null, offer_by_id: null };
    const rejected = aCaseFor("REJECT_OFFER");
    expect(
      caseChange(rejected, aMove("REJECT_OFFER"), leadsTo(rejected, aMove("REJECT_OFFER")), anActor("CUSTOMER")),
    ).toEqual(gone);
    const [late, breach] = [
      aCaseFor("RECORD_CLOCK_BREACH", { state: "NEGOTIATING", offer }),
      aMove("RECORD_CLOCK_BREACH", { rule: "offer-answer" }),
    ];
    expect(caseChange(late, breach, leadsTo(late, breach), anActor("SYSTEM"))).toEqual(gone);
  });
});
