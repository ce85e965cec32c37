import { screen } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import { expect, test } from "vitest";
import { CaseChecks, CaseChecksFragment } from "../../web/cases/CaseChecks.tsx";
import { CaseMoney, CaseMoneyFragment } from "../../web/cases/CaseMoney.tsx";
import { lifeOf, type TransactionLifeFragment } from "../../web/pages/transaction/life.ts";
import { show } from "./support.tsx";

const yuan = (minor: string) => ({ minor, currency: "CNY" });

test("why a check was settled by hand is there to be read, not only under a pointer", async () => {
  const reason = "Her own card, seen at the counter.";
  const checks = [{ kind: "IDENTITY_CONFIRMED", outcome: "WAIVED", automatic: false, reason } as const];
  await show(<CaseChecks case={maskFragments([CaseChecksFragment], { checks: [...checks] })} />);
  expect(screen.getByText(reason)).toBeTruthy();
});

test("what somebody has proposed to give back stands beside what was asked for", async () => {
  const money = { amount: yuan("246000"), proposed: yuan("200000"), offer: null, refundable: null, transaction: null };
  await show(<CaseMoney case={maskFragments([CaseMoneyFragment], money)} />);
  expect(screen.getByText("Proposed to go back").closest("li")?.textContent).toContain("2,000.00");
});

test("a payment's life tells that its case was referred, and how that ended", () => {
  const agency = { code: "CN-12315", name: "12315" };
  const life: ResultOf<typeof TransactionLifeFragment> = {
    ...{ processedAt: "2026-09-01T00:00:00.000Z", settledAt: null, captured: yuan("246000") },
    cases: [
      {
        ...{ id: "c1", number: "RD-26-000001", reason: "OTHER", openedAt: "2026-09-02T00:00:00.000Z", closedAt: null },
        ...{ outcome: null, amount: yuan("246000"), refunds: [], dispute: null },
        referral: {
          ...{ id: "r1", lodgedAt: "2026-09-03T00:00:00.000Z", endedAt: "2026-09-20T00:00:00.000Z", agency },
          outcome: "COMPLAINT_REFUSED",
        },
      },
    ],
  };
  expect(lifeOf(life).map(({ kind }) => kind)).toEqual(["charged", "caseOpened", "referralLodged", "referralEnded"]);
});
