import { screen } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import { describe, expect, test } from "vitest";
import { apart } from "../../web/transactions/apart.ts";
import { SameAmount, SameAmountFragment } from "../../web/transactions/SameAmount.tsx";
import { show } from "./support.tsx";

const yuan = (minor: string) => ({ minor, currency: "CNY" });
type Others = ResultOf<typeof SameAmountFragment>["sameAmountNearby"];
const none = { refunded: yuan("0"), inFlight: yuan("0"), chargedBack: yuan("0") };
const other = { id: "t2", voucherNumber: "000420", captured: yuan("129900"), ...none };
const second = { ...other, processedAt: "2026-09-26T10:43:29.000Z" };

async function draw(sameAmountNearby: Others, isAsked: boolean, language: "en" | "zh-CN" = "en") {
  const data = { processedAt: "2026-09-26T10:42:48.000Z", sameAmountNearby };
  const { container } = await show(
    <SameAmount transaction={maskFragments([SameAmountFragment], data)} isAsked={isAsked} />,
    language,
  );
  return container.textContent?.replace(/\u00a0/g, " ") ?? "";
}

describe("another payment of the same amount", () => {
  test("is a link to it, with how far apart they are and whether it was refunded", async () => {
    const text = await draw([{ ...second, refunded: yuan("129900") }], false);
    expect(text).toContain("41 seconds later. CNY 1,299.00 refunded");
    const link = screen.getByRole("link", { name: "Voucher 000420, 2026-09-26 18:43:29" });
    expect(link.getAttribute("href")).toBe("/transactions/t2");
    expect(await draw([second], false, "zh-CN")).toContain("晚 41 秒。 这笔尚未退过款。");
  });

  test("is only said not to be there where the customer says that they were charged twice", async () => {
    expect(await draw([], true)).toContain("only once");
    document.body.replaceChildren();
    expect(await draw([], false)).toBe("");
  });
});

test.each([
  ["2026-09-26T10:41:00.000Z", { unit: "seconds", count: 108, way: "Earlier" }],
  ["2026-09-26T11:42:48.000Z", { unit: "minutes", count: 60, way: "Later" }],
  ["2026-09-26T07:42:48.000Z", { unit: "hours", count: 3, way: "Earlier" }],
] as const)("how far %s lies away is said in the unit that tells most", (at, said) => {
  expect(apart("2026-09-26T10:42:48.000Z", at)).toEqual(said);
});
