import { screen } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import { expect, test } from "vitest";
import { PaymentNumbers, PaymentNumbersFragment } from "../../web/transactions/PaymentNumbers.tsx";
import { TransactionSearch } from "../../web/transactions/TransactionSearch.tsx";
import { readSearch } from "../../web/transactions/transaction-search.ts";
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

test.each([
  ["en", /terminal.*amount.*time/],
  ["zh-CN", /终端号.*金额.*时间/],
] as const)(
  "by which numbers a payment is found stands at the field, also for touch and keyboard: %s",
  async (language, ways) => {
    await show(<TransactionSearch search={readSearch(new URLSearchParams())} onSearch={() => undefined} />, language);
    expect(screen.getByRole("searchbox", { description: ways })).toBeDefined();
    expect(screen.getByText(ways)).toBeDefined();
  },
);
