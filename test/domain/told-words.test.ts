import { expect, test } from "vitest";
import { speakerOf } from "../../server/cases/domain/told-words.ts";

const written = { thread: "CUSTOMER", actorRole: "SUPPORT_AGENT", origin: "CUSTOMER" } as const;

test("what an agent takes down by phone is in the customer's words; what they write with a decision is not", () => {
  expect(speakerOf({ ...written, kind: "OPEN" })).toBe("CUSTOMER");
  expect(speakerOf({ ...written, kind: "CONTEST_DECISION" })).toBe("CUSTOMER");
  expect(speakerOf({ ...written, kind: "SEND_MESSAGE", actorRole: "CUSTOMER" })).toBe("CUSTOMER");
  expect(speakerOf({ ...written, kind: "SEND_MESSAGE" })).toBe("DESK");
  expect(speakerOf({ ...written, kind: "DECLINE_REQUEST", actorRole: "SUPERVISOR" })).toBe("DESK");
});

test("what a case was opened with is in the words of whoever brought it, and stands on no customer's page as theirs", () => {
  expect(speakerOf({ ...written, kind: "OPEN", origin: "MERCHANT" })).toBe("MERCHANT");
  expect(speakerOf({ ...written, kind: "OPEN", origin: "AGENCY" })).toBe("AGENCY");
  expect(speakerOf({ ...written, kind: "OPEN", thread: "BANK", actorRole: "SYSTEM", origin: "BANK" })).toBe("BANK");
});

test("a shop's answer and a bank's ruling are theirs, taken down or written by themselves; a note is the desk's", () => {
  expect(speakerOf({ ...written, kind: "RECORD_MERCHANT_ANSWER", thread: "MERCHANT" })).toBe("MERCHANT");
  expect(speakerOf({ ...written, kind: "SEND_MESSAGE", thread: "MERCHANT", actorRole: "MERCHANT_VERIFIER" })).toBe(
    "MERCHANT",
  );
  expect(speakerOf({ ...written, kind: "RECORD_BANK_RULING", thread: "BANK" })).toBe("BANK");
  expect(speakerOf({ ...written, kind: "ADD_NOTE", thread: "INTERNAL" })).toBe("DESK");
  expect(speakerOf({ ...written, kind: "OPEN", thread: "INTERNAL" })).toBe("DESK");
});
