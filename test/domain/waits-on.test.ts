import { describe, expect, test } from "vitest";
import { endOfSpan } from "../../server/cases/domain/due-within.ts";
import { type TurnFacts, turnAfter, turnIn, turnsOf } from "../../server/cases/domain/waits-on.ts";
import { builtInRights } from "../../server/staff/domain/role-book.ts";

const facts: TurnFacts = { merchantAnswer: "CONFIRMED", approvalsMissing: ["approval.first"], offered: false };

describe("whose move is next", () => {
  test.each([
    ["a new request waits for the desk", "NEW", {}, "DESK"],
    [
      "while the merchant has time, verification waits for them",
      "VERIFYING",
      { merchantAnswer: "WAITING" },
      "MERCHANT",
    ],
    ["once they have answered, for the desk", "VERIFYING", { merchantAnswer: "CONTESTED" }, "DESK"],
    ["once their time is over, for the desk", "VERIFYING", { merchantAnswer: "SILENT" }, "DESK"],
    [
      "the first approval is a supervisor's",
      "AWAITING_APPROVAL",
      { approvalsMissing: ["approval.first"] },
      "SUPERVISOR",
    ],
    ["the second is compliance's", "AWAITING_APPROVAL", { approvalsMissing: ["approval.second"] }, "COMPLIANCE"],
    ["an offer lies with the customer", "NEGOTIATING", { offered: true }, "CUSTOMER"],
    ["without one the desk must make one", "NEGOTIATING", { offered: false }, "DESK"],
    ["a closed case waits for nobody", "CLOSED", {}, "NOBODY"],
  ] as const)("%s", (_rule, state, change, turn) => {
    expect(turnIn(state, { ...facts, ...change })).toBe(turn);
  });

  test("a refund that failed stays the desk's while somebody only writes a note", () => {
    const still = { from: "REFUNDING", to: "REFUNDING", before: "DESK", said: null } as const;
    expect(turnAfter(still, facts)).toBe("DESK");
    expect(turnAfter({ ...still, said: "ACQUIRER" }, facts)).toBe("ACQUIRER");
  });

  test("a case that comes to the refund waits for the acquirer, whatever was waited for before", () => {
    expect(turnAfter({ from: "VERIFYING", to: "REFUNDING", before: "DESK", said: null }, facts)).toBe("ACQUIRER");
  });

  test("what a refund says as it ends its case is not heard", () => {
    expect(turnAfter({ from: "REFUNDING", to: "CLOSED", before: "ACQUIRER", said: "ACQUIRER" }, facts)).toBe("NOBODY");
  });
});

describe("what needs somebody's action", () => {
  test.each([
    ["SUPPORT_AGENT", ["DESK"]],
    ["SUPERVISOR", ["DESK", "SUPERVISOR"]],
    ["COMPLIANCE_OFFICER", ["COMPLIANCE"]],
    ["MERCHANT_VERIFIER", ["MERCHANT"]],
    ["BANK_OFFICER", ["BANK"]],
    ["TRAINER", []],
  ] as const)("for a %s it is what waits for %j", (role, turns) => {
    expect(turnsOf(builtInRights(role))).toEqual(turns);
  });
});

describe("due within", () => {
  const friday = new Date("2026-10-09T08:20:00Z");
  test.each([
    ["OVERDUE", friday, "2026-10-09T08:20:00.000Z"],
    ["TODAY", friday, "2026-10-09T16:00:00.000Z"],
    ["THIS_WEEK", friday, "2026-10-11T16:00:00.000Z"],
    ["THIS_WEEK", new Date("2026-10-11T15:59:59Z"), "2026-10-11T16:00:00.000Z"],
    ["THIS_WEEK", new Date("2026-10-11T16:00:00Z"), "2026-10-18T16:00:00.000Z"],
  ] as const)("%s at %s ends at %s, by the desk's own midnight", (span, now, end) => {
    expect(endOfSpan(span, now).toISOString()).toBe(end);
  });
});

test("what is put aside waits for later where it would wait for the desk, and for the desk again once it is awake", () => {
  const still = { from: "AT_BANK", to: "AT_BANK", said: null } as const;
  const nothing = { merchantAnswer: "CONFIRMED", approvalsMissing: [], offered: false } as const;
  expect(turnAfter({ ...still, before: "DESK", asleep: true }, nothing)).toBe("LATER");
  expect(turnAfter({ ...still, before: "BANK", asleep: true }, nothing)).toBe("BANK");
  expect(turnAfter({ ...still, before: "LATER", asleep: false }, nothing)).toBe("DESK");
});
