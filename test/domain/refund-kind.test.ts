import { describe, expect, test } from "vitest";
import { builtInCalendars } from "../../server/kernel/calendars.ts";
import { expectedArrival } from "../../server/refunds/domain/expected-arrival.ts";
import { type RefundedSale, refundKindOf, refundModeOf } from "../../server/refunds/domain/refund-kind.ts";

const zone = "Asia/Shanghai";
const now = new Date("2026-03-10T15:30:00Z"); // 23:30 on the 10th in Shanghai

function aSale(change: Partial<RefundedSale> = {}): RefundedSale {
  return {
    kind: "SALE",
    capturedMinor: 10_000n,
    goneMinor: 0n,
    processedAt: new Date("2026-03-10T02:00:00Z"),
    settledAt: null,
    ...change,
  };
}

describe("how money goes back", () => {
  test("a whole sale of the same day that is not settled is voided", () => {
    expect(refundKindOf(aSale(), 10_000n, now, zone)).toBe("VOID");
  });

  test.each([
    ["it is settled", aSale({ settledAt: new Date("2026-03-10T15:00:00Z") }), 10_000n],
    ["it is of the day before, in the desk's zone", aSale({ processedAt: new Date("2026-03-09T15:59:59Z") }), 10_000n],
    ["only a part goes back", aSale(), 9_999n],
    ["a part has gone already", aSale({ goneMinor: 1n }), 10_000n],
  ])("it is refunded instead when %s", (_why, sale, amount) => {
    expect(refundKindOf(sale, amount, now, zone)).toBe("SALE_REFUND");
  });

  test("a settlement that lies ahead has not happened yet", () => {
    expect(refundKindOf(aSale({ settledAt: new Date("2026-03-10T16:00:00Z") }), 10_000n, now, zone)).toBe("VOID");
  });

  test("midnight in the desk's zone ends the day of a void, not midnight elsewhere", () => {
    const sale = aSale({ processedAt: new Date("2026-03-10T15:59:59Z") });
    expect(refundKindOf(sale, 10_000n, new Date("2026-03-10T15:59:59.999Z"), zone)).toBe("VOID");
    expect(refundKindOf(sale, 10_000n, new Date("2026-03-10T16:00:00Z"), zone)).toBe("SALE_REFUND");
  });

  test.each([
    ["PREAUTHORIZATION", "PREAUTH_RELEASE"],
    ["COMPLETION", "PREAUTH_COMPLETION_REFUND"],
    ["VOID", null],
    ["REFUND", null],
  ] as const)("over a %s: %s", (kind, expected) => {
    expect(refundKindOf(aSale({ kind }), 10_000n, now, zone)).toBe(expected);
  });

  test("all of it is full, less is partial", () => {
    expect(refundModeOf(aSale(), 10_000n)).toBe("FULL");
    expect(refundModeOf(aSale(), 9_999n)).toBe("PARTIAL");
  });
});

describe("when money usually has arrived", () => {
  const policy = { arrivalWorkingDays: { from: 1, to: 3 }, timeZone: zone };

  test("three working days after an ordinary Monday", () => {
    expect(expectedArrival(new Date("2026-03-09T02:00:00Z"), policy, builtInCalendars)).toBe("2026-03-12");
  });

  test("National Day is skipped and the Saturday that makes up for it counts", () => {
    // 2026: 1 to 7 October are off, Saturday the 10th is worked.
    expect(expectedArrival(new Date("2026-09-30T02:00:00Z"), policy, builtInCalendars)).toBe("2026-10-10");
  });

  test("a year whose calendar is not published is not guessed", () => {
    expect(expectedArrival(new Date("2031-03-09T02:00:00Z"), policy, builtInCalendars)).toBeNull();
  });
});
