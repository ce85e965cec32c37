import { screen } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import { expect, test } from "vitest";
import { CaseChecks, CaseChecksFragment } from "../../web/cases/CaseChecks.tsx";
import { CaseMoney, CaseMoneyFragment } from "../../web/cases/CaseMoney.tsx";
import { lifeOf, type TransactionLifeFragment } from "../../web/pages/transaction/life.ts";
import { show } from "./support.tsx";

const yuan = (minor: string) => ({ minor, currency: "CNY" });

const unsettled = { at: null, by: null, windowDay: null };
const at = "2025-09-28T06:06:00.000Z";

test.each([
  [
    "en",
    [
      "Day 16 of 30",
      "by data, Sun 28 Sep 2025 14:06",
      "Li Na, Sun 28 Sep 2025 14:06",
      "by a person, Sun 28 Sep 2025 14:06",
    ],
  ],
  [
    "zh-CN",
    [
      "第 16 天，限 30 天",
      "数据判定，2025年9月28日 周日 14:06",
      "Li Na，2025年9月28日 周日 14:06",
      "人工核对，2025年9月28日 周日 14:06",
    ],
  ],
] as const)("a check says who settled it and when, and the window on which day, in %s", async (language, said) => {
  const settled = { ...unsettled, outcome: "PASSED", reason: null, at } as const;
  const checks = [
    { ...settled, kind: "WITHIN_WINDOW", automatic: true, windowDay: { day: 16, of: 30 } } as const,
    { ...settled, kind: "PROOF_PRESENT", automatic: false, by: { name: "Li Na" } } as const,
    { ...settled, kind: "GOODS_STATE", automatic: false } as const,
    { ...settled, kind: "IDENTITY_CONFIRMED", outcome: "PENDING", automatic: true } as const,
  ];
  await show(<CaseChecks case={maskFragments([CaseChecksFragment], { checks: [...checks] })} />, language);
  expect([...document.querySelectorAll("li p")].map(({ textContent }) => textContent)).toEqual([...said]);
});

test("why a check was settled by hand is there to be read, not only under a pointer", async () => {
  const reason = "Her own card, seen at the counter.";
  const checks = [{ kind: "IDENTITY_CONFIRMED", outcome: "WAIVED", automatic: false, reason, ...unsettled } as const];
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
