import { screen } from "@testing-library/react";
import { maskFragments } from "gql.tada";
import { expect, test } from "vitest";
import { WhyNotMore, WhyNotMoreFragment } from "../../web/cases/WhyNotMore.tsx";
import { show } from "./support.tsx";

const usd = (minor: string) => ({ minor, currency: "USD" });
const sale = { id: "t1", captured: usd("12900"), refunded: usd("0"), inFlight: usd("0"), chargedBack: usd("0") };

async function explain(change: Partial<typeof sale>): Promise<readonly (string | null)[]> {
  await show(<WhyNotMore transaction={maskFragments([WhyNotMoreFragment], { ...sale, ...change })} />);
  return [...document.querySelectorAll("details li")].map(
    ({ textContent }) => textContent?.replace(/\u00a0/g, " ") ?? null,
  );
}

test("what may still go back is explained by what went, what is held and what the bank took, and leads to the payment", async () => {
  expect(await explain({ refunded: usd("2000"), inFlight: usd("3000"), chargedBack: usd("400") })).toEqual([
    "The payment took USD 129.00.",
    "USD 20.00 of it has gone back.",
    "USD 30.00 of it is held for refunds that wait for approval or are on their way.",
    "USD 4.00 of it was taken back by the bank.",
  ]);
  expect(screen.getByRole("link", { hidden: true }).getAttribute("href")).toBe("/transactions/t1");
});

test("where nothing of it is gone, that is said", async () => {
  expect((await explain({})).slice(1)).toEqual([
    "Nothing of it has gone back, is on its way or was taken by the bank: all of it can be refunded.",
  ]);
});
