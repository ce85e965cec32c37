import { expect, test } from "vitest";
import { availableActions, decide } from "../../server/cases/domain/decide.ts";
import { aCaseFor, aMove, anActor, ids } from "../support/a-case.ts";

/** By each of these money goes out, or comes nearer to it, at the word of whoever acts. */
const byOneHand = [
  ["APPROVE_REFUND", "SUPPORT_AGENT"],
  ["MAKE_OFFER", "SUPPORT_AGENT"],
  ["ACCEPT_OFFER", "SUPPORT_AGENT"],
  ["RECORD_CHECK", "SUPPORT_AGENT"],
  ["PROPOSE_CHECK_WAIVER", "SUPPORT_AGENT"],
  ["RECORD_MERCHANT_ANSWER", "SUPPORT_AGENT"],
  ["PROPOSE_MANUAL_REFUND", "SUPERVISOR"],
  ["RECORD_BANK_RULING", "BANK_OFFICER"],
  ["RECORD_AGENCY_OUTCOME", "SUPERVISOR"],
] as const;

const offeredBySomebodyElse = { amount: aCaseFor("ACCEPT_OFFER").amount, byId: ids.supervisor };

test.each(byOneHand)(
  "%s is not for whoever the money would go to, and the case says so before they act",
  (action, role) => {
    const actor = anActor(role);
    const change = action === "ACCEPT_OFFER" ? { offer: offeredBySomebodyElse } : {};
    const theirs = aCaseFor(action, { ...change, paidStaffIds: ["somebody else", actor.id ?? ""] });
    expect(decide(theirs, aMove(action), actor)).toEqual({ ok: false, error: [{ code: "OWN_CASE" }] });
    expect(availableActions(theirs, actor).find((row) => row.action === action)?.reasons).toEqual([
      { code: "OWN_CASE" },
    ]);
    expect(decide(aCaseFor(action, { ...change, paidStaffIds: ["somebody else"] }), aMove(action), actor).ok).toBe(
      true,
    );
  },
);

test("the customer takes an offer on a case whose money goes to them, staff or not", () => {
  const facts = aCaseFor("ACCEPT_OFFER", { offer: offeredBySomebodyElse, paidStaffIds: [ids.agent] });
  expect(decide(facts, aMove("ACCEPT_OFFER"), anActor("CUSTOMER")).ok).toBe(true);
});
