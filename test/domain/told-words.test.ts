import { expect, test } from "vitest";
import { isOfCustomer } from "../../server/cases/domain/told-words.ts";

test("what an agent takes down by phone is in the customer's words; what they write with a decision is not", () => {
  expect(isOfCustomer("OPEN", "SUPPORT_AGENT")).toBe(true);
  expect(isOfCustomer("CONTEST_DECISION", "SUPPORT_AGENT")).toBe(true);
  expect(isOfCustomer("SEND_MESSAGE", "CUSTOMER")).toBe(true);
  expect(isOfCustomer("SEND_MESSAGE", "SUPPORT_AGENT")).toBe(false);
  expect(isOfCustomer("DECLINE_REQUEST", "SUPERVISOR")).toBe(false);
});
