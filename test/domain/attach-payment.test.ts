import { describe, expect, test } from "vitest";
import { aCaseFor, aMove, anActor, aSale, ids, refusalsOf } from "../support/a-case.ts";

const waiting = (change: object = {}) => aCaseFor("ATTACH_PAYMENT", change);

describe("attaching a payment", () => {
  test.each(["NEW", "AWAITING_CUSTOMER", "VERIFYING", "DECLINED", "NEGOTIATING"] as const)(
    "is an agent's where a case waits without one: %s",
    (state) => {
      expect(refusalsOf(waiting({ state, returnsTo: "NEW" }), aMove("ATTACH_PAYMENT"))).toEqual([]);
    },
  );

  test("is refused where the payment is known, for that reason alone", () => {
    expect(refusalsOf(waiting({ sale: aSale() }), aMove("ATTACH_PAYMENT"))).toEqual(["PAYMENT_KNOWN"]);
  });

  test("is nobody's over a refund to themselves", () => {
    expect(refusalsOf(waiting({ paidStaffIds: [ids.agent] }), aMove("ATTACH_PAYMENT"))).toEqual(["OWN_CASE"]);
  });

  test("is not the customer's, nor the shop's", () => {
    for (const role of ["CUSTOMER", "MERCHANT_VERIFIER", "BANK_OFFICER"] as const)
      expect(refusalsOf(waiting(), aMove("ATTACH_PAYMENT"), anActor(role))).toEqual(["NOT_PERMITTED"]);
  });
});
