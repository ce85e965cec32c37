import { describe, expect, test } from "vitest";
import { maskedSlip, readSlip, type TypedSlip, voucherSpellings } from "../../server/transactions/domain/slip.ts";

const whole: TypedSlip = { voucherNumber: "000419", cardLast4: "6621", paidOn: "2026-09-26" };
const gapsOf = (change: Partial<TypedSlip>) => {
  const slip = readSlip({ ...whole, ...change });
  return slip.ok ? [] : slip.error;
};

describe("reading a slip", () => {
  test("one number, the last four and the day or the amount are enough", () => {
    expect(gapsOf({})).toEqual([]);
    expect(gapsOf({ paidOn: null, paid: { minor: 100n, currency: "CNY" } })).toEqual([]);
    expect(gapsOf({ voucherNumber: null, retrievalReference: "123456789012" })).toEqual([]);
    expect(gapsOf({ voucherNumber: null, reference: "TXN-539898" })).toEqual([]);
  });

  test.each([
    ["no number", { voucherNumber: " " }, ["NUMBER"]],
    ["three digits of the card", { cardLast4: "662" }, ["LAST_FOUR"]],
    ["a whole card number", { cardLast4: "6222021001116245" }, ["LAST_FOUR"]],
    ["neither day nor amount", { paidOn: null }, ["PAID"]],
    ["a day that is none", { paidOn: "2026-02-30" }, ["PAID"]],
    ["nothing", { voucherNumber: null, cardLast4: "", paidOn: null }, ["NUMBER", "LAST_FOUR", "PAID"]],
  ])("with %s, says all that is missing", (_what, change, gaps) => {
    expect(gapsOf(change)).toEqual(gaps);
  });

  test("reads what a Chinese keyboard types", () => {
    const slip = readSlip({ voucherNumber: " ０００４１９ ", cardLast4: "６６２１", paidOn: "2026-09-26" });
    expect(slip).toMatchObject({ ok: true, value: { voucherNumber: "000419", cardLast4: "6621" } });
  });

  test("a voucher is the same with and without its zeros", () => {
    expect(voucherSpellings("419")).toEqual(["419", "000419"]);
    expect(voucherSpellings("000419")).toEqual(["000419", "419"]);
    expect(voucherSpellings("0")).toEqual(["0", "000000"]);
    expect(voucherSpellings("A-1")).toEqual(["A-1"]);
  });

  test("is kept without the card number that somebody typed into it", () => {
    const slip = readSlip({ ...whole, reference: "6222021001116245888" });
    expect(slip.ok && maskedSlip(slip.value).reference).toBe("622202******5888");
  });
});
