import { expect, test } from "vitest";
import { suggestedWords } from "../../server/desk/domain/suggested-words.ts";

const facts = {
  merchant: { zh: "沪上百货", en: "Hushang Store" },
  amount: { zh: "CNY 12.00", en: "CNY 12.00" },
  because: null,
  agency: null,
};

test("who agrees to a refund suggests that it is agreed, not that money has left", () => {
  const words = suggestedWords("APPROVE_REFUND", { ...facts, to: "REFUNDING" });
  expect(words?.en).toContain("agreed to refund CNY 12.00");
  expect(words?.en).not.toMatch(/on its way|sent|has gone/);
  expect(words?.zh).toContain("同意退款 CNY 12.00");
});

test("nothing is suggested while others must still agree", () => {
  expect(suggestedWords("APPROVE_REFUND", { ...facts, to: "AWAITING_APPROVAL" })).toBeNull();
});
