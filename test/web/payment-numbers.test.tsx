import { screen } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import { expect, test } from "vitest";
import { PaymentNumbers, PaymentNumbersFragment } from "../../web/transactions/PaymentNumbers.tsx";
import { show } from "./support.tsx";

const payment: ResultOf<typeof PaymentNumbersFragment> = {
  ...{ kind: "SALE", processedAt: "2026-09-26T10:42:48.000Z", settledAt: null, network: "UNIONPAY" },
  ...{ cardFirst6: null, cardLast4: "6621", voucherNumber: "000419", retrievalReference: null, entryMode: "swipe" },
  ...{ authorizationCode: null, acquirerReference: "A-1", terminalNumber: null },
  merchant: { id: "m1", name: "Hushang", nameZh: null, number: "M-1" },
};

async function draw(entryMode: string, language: "en" | "zh-CN") {
  const transaction = maskFragments([PaymentNumbersFragment], { ...payment, entryMode });
  await show(<PaymentNumbers transaction={transaction} />, language);
}

test.each([
  ["swipe", "zh-CN", "刷磁条"],
  ["swipe", "en", "Magnetic stripe"],
  ["FALLBACK 80", "zh-CN", "FALLBACK 80"],
] as const)("how the card was read, %s, is said in %s where the word is known: %s", async (mode, language, said) => {
  await draw(mode, language);
  expect(screen.getByText(said)).toBeTruthy();
});
