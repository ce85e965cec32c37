import { screen } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import { expect, test } from "vitest";
import { CaseChecks, CaseChecksFragment } from "../../web/cases/CaseChecks.tsx";
import { CaseMoney, CaseMoneyFragment } from "../../web/cases/CaseMoney.tsx";
import { lifeOf, type TransactionLifeFragment } from "../../web/pages/transaction/life.ts";
import { RefundLines, RefundLinesFragment } from "../../web/refunds/RefundLines.tsx";
import { show } from "./support.tsx";

const yuan = (minor: string) => ({ minor, currency: "CNY" });

const unsettled = { at: null, by: null, windowDay: null };
const at = "2025-09-28T06:06:00.000Z";

test.each([
  [
    "en",
    [
      "Day 16 of 30",
      "auto, Sun 28 Sep 2025 14:06",
      "Li Na, Sun 28 Sep 2025 14:06",
      "by a person, Sun 28 Sep 2025 14:06",
    ],
  ],
  [
    "zh-CN",
    [
      "第 16 天，限 30 天",
      "自动，2025年9月28日 周日 14:06",
      "Li Na，2025年9月28日 周日 14:06",
      "人工核对，2025年9月28日 周日 14:06",
    ],
  ],
] as const)("a check says who settled it and when, and the window on which day, in %s", async (language, said) => {
  const settled = { ...unsettled, outcome: "PASSED", reason: null, at } as const;
  const checks = [
    { ...settled, kind: "WITHIN_WINDOW", automatic: true, windowDay: { day: 16, of: 30 } } as const,
    { ...settled, kind: "PROOF_PRESENT", automatic: false, by: { id: "s1", name: "Li Na" } } as const,
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

test("what somebody has proposed to give back stands beside what was asked for, with what that costs whom", async () => {
  const fee = { borneBy: "MERCHANT", amount: yuan("1200") } as const;
  const money = {
    amount: yuan("246000"),
    proposed: yuan("200000"),
    offer: null,
    refundable: null,
    transaction: null,
    fee,
  };
  await show(<CaseMoney case={maskFragments([CaseMoneyFragment], money)} />);
  expect(screen.getByText("Proposed to go back").closest("li")?.textContent).toContain("2,000.00");
  expect(screen.getByText(/^Fee by policy: the shop bears CNY\s12\.00$/)).toBeTruthy();
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

test("a payment's life tells when a refund came back, after it had arrived", () => {
  const refund = {
    id: "f1",
    state: "RETURNED",
    createdAt: "2026-09-03T00:00:00.000Z",
    amount: yuan("246000"),
  } as const;
  const times = { settledAt: "2026-09-04T00:00:00.000Z", returnedAt: "2026-09-23T00:00:00.000Z" };
  const life: ResultOf<typeof TransactionLifeFragment> = {
    ...{ processedAt: "2026-09-01T00:00:00.000Z", settledAt: null, captured: yuan("246000") },
    cases: [
      {
        ...{ id: "c1", number: "RD-26-000001", reason: "OTHER", openedAt: "2026-09-02T00:00:00.000Z", closedAt: null },
        ...{ outcome: null, amount: yuan("246000"), refunds: [{ ...refund, ...times }], dispute: null, referral: null },
      },
    ],
  };
  expect(lifeOf(life).map(({ kind, at }) => [kind, at.slice(0, 10)])).toContainEqual(["refundReturned", "2026-09-23"]);
});

test("a refund that came back says so on the case, not when it had arrived", async () => {
  const none = { providerReference: null, expectedOn: null, heldBack: null, failure: null, attempts: [] };
  const times = { settledAt: "2025-09-04T00:00:00.000Z", returnedAt: "2025-09-23T06:00:00.000Z" };
  const refund = {
    id: "f1",
    state: "RETURNED",
    amount: yuan("246000"),
    provider: "Lakala",
    ...none,
    ...times,
  } as const;
  await show(<RefundLines case={maskFragments([RefundLinesFragment], { refunds: [refund] })} />);
  expect(screen.getByText("came back Tue 23 Sep 2025 14:00")).toBeTruthy();
});
