import { describe, expect, test } from "vitest";
import { day } from "../../server/kernel/day.ts";
import { readLookUp } from "../../server/transactions/domain/look-up.ts";

const today = day("2026-10-09");
const nothing = { numbers: [], amounts: null, on: null, time: null };
/** 1,299.00 in yuan, and in dinars. */
const inEither = [
  { minor: 129_900n, decimals: 2 },
  { minor: 1_299_000n, decimals: 3 },
];

describe("what is typed to find a payment", () => {
  test.each([
    ["000419", { numbers: ["000419"] }],
    ["31004417 18:42 1,299.00", { numbers: ["31004417"], time: "18:42", amounts: inEither }],
    ["1299.00，6621", { numbers: ["6621"], amounts: inEither }],
    ["0.125", { amounts: [{ minor: 125n, decimals: 3 }] }],
    ["2026-09-26", { on: "2026-09-26" }],
    ["9月26日 9:05", { on: "2026-09-26", time: "09:05" }],
    ["9/26 18：42：48", { on: "2026-09-26", time: "18:42" }],
    ["０００４１９", { numbers: ["000419"] }],
    ["RC-2026/77", { numbers: ["RC-2026/77"] }],
    ["", {}],
  ])("%j is understood", (text, meaning) => {
    expect(readLookUp(text, today)).toEqual({ ...nothing, ...meaning });
  });

  test("a day without a year is the latest that is not to come", () => {
    expect(readLookUp("10-10", today).on).toBe("2026-10-10");
    expect(readLookUp("10-11", today).on).toBe("2025-10-11");
    expect(readLookUp("2-29", day("2025-03-01")).on).toBe("2024-02-29");
  });

  test("a day that no calendar has is a number like any other", () => {
    expect(readLookUp("13-45", today)).toEqual({ ...nothing, numbers: ["13-45"] });
  });
});
