import { expect, test } from "vitest";
import { isRefundView, refundFilter } from "../../web/pages/lists/refund-views.ts";

test("late is what is on its way although its last usual day is over", () => {
  expect(refundFilter("late", "2026-10-09")).toEqual({
    states: ["QUEUED", "SUBMITTED", "PROCESSING", "UNKNOWN"],
    expectedBefore: "2026-10-09",
  });
  expect(refundFilter("all", "2026-10-09")).toEqual({});
  expect(refundFilter("attention", "2026-10-09")).toEqual({ states: ["FAILED", "RETURNED"] });
});

test("what was paid outside waits for others to agree, as a proposal does", () => {
  expect(refundFilter("approval", "2026-10-09")).toEqual({ states: ["AWAITING_APPROVAL", "PAID_OUTSIDE"] });
});

test("no other word of an address is a view", () => {
  expect(["late", "constructor", "toString", "", null].filter(isRefundView)).toEqual(["late"]);
});
