import { expect, test } from "vitest";
import { outlookMoney } from "../../server/desk/domain/outlook-money.ts";
import { aCaseFor } from "../support/a-case.ts";

const sale = { currency: "CNY", capturedMinor: 300n, refundedMinor: 0n, chargedBackMinor: 0n, paidTwiceMinor: 0n };

test.each([
  ["failed for good, is held again", 0n, 0n],
  ["failed for now, stays held and is not held twice", 120n, 120n],
] as const)("money that was paid outside, of a refund that %s", (_, releasableMinor, inFlightMinor) => {
  const facts = aCaseFor("PROPOSE_MANUAL_REFUND", { sale: { ...sale, inFlightMinor } });
  const seen = outlookMoney(facts, {
    ...{ action: "PROPOSE_MANUAL_REFUND", to: "REFUNDING", amountMinor: 120n },
    ...{ releasableMinor, bankKeepsMinor: null },
  });
  expect(seen?.before).toMatchObject({ inFlightMinor, heldMinor: releasableMinor });
  expect(seen?.after).toMatchObject({ inFlightMinor: 120n, heldMinor: 120n });
});

test.each([
  ["all of it had gone back", { refundedMinor: 300n }, 0n, { chargedBackMinor: 0n, paidTwiceMinor: 300n }],
  ["part of it had gone back", { refundedMinor: 100n }, 0n, { chargedBackMinor: 200n, paidTwiceMinor: 100n }],
  ["the bank has it already", { chargedBackMinor: 300n }, 300n, { chargedBackMinor: 300n, paidTwiceMinor: 0n }],
] as const)("what the bank keeps where %s", (_, change, takenByBankMinor, after) => {
  const facts = aCaseFor("RECORD_BANK_RULING", { sale: { ...sale, inFlightMinor: 0n, ...change }, takenByBankMinor });
  const seen = outlookMoney(facts, {
    ...{ action: "RECORD_BANK_RULING", to: "CLOSED", amountMinor: 300n, releasableMinor: 0n, bankKeepsMinor: 300n },
  });
  expect(seen?.after).toMatchObject(after);
});
