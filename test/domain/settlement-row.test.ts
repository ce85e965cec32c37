import { describe, expect, test } from "vitest";
import { placeColumns } from "../../server/transactions/domain/columns.ts";
import { fileProblemText, rowProblemText } from "../../server/transactions/domain/import-text.ts";
import { readSettlementRow, settlementColumns } from "../../server/transactions/domain/settlement-row.ts";

const aRow = {
  transaction_id: "TXN-539898",
  merchant_id: "MID-38893",
  merchant_name: "QuickStay Hotels",
  mcc: "7011",
  terminal_id: "TID-8359",
  processed_at: "2026-04-21T12:27:44.981027+00:00",
  settled_at: "2026-04-23T12:27:44.981027+00:00",
  amount: "1551.99",
  currency: "USD",
  network: "mastercard",
  card_last4: "4257",
  auth_code: "717889",
  entry_mode: "chip",
  response_code: "00",
};

function reading(change: Readonly<Record<string, string>>) {
  const row: Readonly<Record<string, string>> = { ...aRow, ...change };
  const places = placeColumns(Object.keys(row), settlementColumns);
  if (!places.ok) throw new Error(places.error.code);
  return readSettlementRow(Object.values(row), places.value);
}

const rowOf = (change: Readonly<Record<string, string>> = {}) => {
  const read = reading(change);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

const faultsOf = (change: Readonly<Record<string, string>>) => {
  const read = reading(change);
  return read.ok ? [] : read.error.map(({ column, code }) => `${column ?? "row"} ${code}`);
};

describe("a row of a settlement file", () => {
  test("is read as it stands in the acquirers' files", () => {
    expect(rowOf()).toEqual({
      acquirerReference: "TXN-539898",
      merchantNumber: "MID-38893",
      merchantName: "QuickStay Hotels",
      categoryCode: "7011",
      terminalNumber: "TID-8359",
      kind: "SALE",
      processedAt: new Date("2026-04-21T12:27:44.981Z"),
      settledAt: new Date("2026-04-23T12:27:44.981Z"),
      captured: { minor: 155_199n, currency: "USD" },
      network: "MASTERCARD",
      cardFirst6: null,
      cardLast4: "4257",
      authorizationCode: "717889",
      entryMode: "chip",
      responseCode: "00",
      voucherNumber: null,
      retrievalReference: null,
    });
  });

  test.each([
    ["3920.0", "USD", 392_000n],
    ["3920", "USD", 392_000n],
    ["0.01", "CNY", 1n],
    ["1500", "JPY", 1500n],
    ["１２.50", "CNY", 1250n],
  ])("takes %s %s for what it says", (amount, currency, minor) => {
    expect(rowOf({ amount, currency }).captured).toEqual({ minor, currency });
  });

  test.each([
    ["银联", "UNIONPAY"],
    ["American Express", "AMEX"],
    ["VISA", "VISA"],
    ["JCB", "OTHER"],
  ])("knows the network %s", (network, expected) => {
    expect(rowOf({ network }).network).toBe(expected);
  });

  test.each([
    ["2026-04-21T12:27:44Z", "2026-04-21T12:27:44.000Z"],
    ["2026-04-21 20:27:44", "2026-04-21T12:27:44.000Z"],
    ["2026-04-21T20:27+08:00", "2026-04-21T12:27:00.000Z"],
    ["2026-04-21T20:27:44.5+0800", "2026-04-21T12:27:44.500Z"],
    ["2024-02-29", "2024-02-28T16:00:00.000Z"],
  ])("reads the time %s; one without a zone is the desk's own", (processed_at, instant) => {
    expect(rowOf({ processed_at }).processedAt.toISOString()).toBe(instant);
  });

  test("keeps the voucher number and the RRN where the file has them", () => {
    expect(rowOf({ voucher_number: "004812", rrn: "612345678901" })).toMatchObject({
      voucherNumber: "004812",
      retrievalReference: "612345678901",
    });
  });

  test("leaves optional fields empty", () => {
    const bare = { mcc: "", terminal_id: "", settled_at: "", auth_code: "", entry_mode: "", response_code: "" };
    expect(rowOf(bare)).toMatchObject({
      categoryCode: null,
      terminalNumber: null,
      settledAt: null,
      responseCode: null,
    });
  });

  test.each([
    ["4111 1111 1111 1111", "411111", "1111"],
    ["411111******1111", "411111", "1111"],
    ["****1111", null, "1111"],
    ["6222 0212 3456 7894", "622202", "7894"],
  ])("of the card number %s keeps first six and last four at most", (card_last4, cardFirst6, cardLast4) => {
    expect(rowOf({ card_last4 })).toMatchObject({ cardFirst6, cardLast4 });
  });

  test("masks a card number in the merchant's name", () => {
    expect(rowOf({ merchant_name: "Shop 4111111111111111" }).merchantName).toBe("Shop 411111******1111");
  });
});

describe("a bad row is told by column and reason", () => {
  test.each([
    ["no number of its own", { transaction_id: "" }, ["transaction_id MISSING"]],
    ["blanks for a number", { transaction_id: "   " }, ["transaction_id MISSING"]],
    ["a blank inside a number", { transaction_id: "TXN 1" }, ["transaction_id NOT_AN_IDENTIFIER"]],
    ["a number without end", { transaction_id: "T".repeat(65) }, ["transaction_id TOO_LONG"]],
    ["a card number for a number", { transaction_id: "4111111111111111" }, ["transaction_id CARD_NUMBER"]],
    ["NUL in a number", { transaction_id: "TXN\u0000" }, ["transaction_id CONTROL_CHARACTER"]],
    ["no name", { merchant_name: "" }, ["merchant_name MISSING"]],
    ["a name without end", { merchant_name: "x".repeat(201) }, ["merchant_name TOO_LONG"]],
    ["marks that turn the text around", { merchant_name: "Shop \u202e evil" }, ["merchant_name CONTROL_CHARACTER"]],
    ["bytes that were no UTF-8", { merchant_name: "Caf\ufffd" }, ["merchant_name NOT_UTF8"]],
    ["no amount", { amount: "" }, ["amount MISSING"]],
    ["a negative amount", { amount: "-5.00" }, ["amount AMOUNT_NEGATIVE"]],
    ["an amount with separators", { amount: "1,551.99" }, ["amount AMOUNT_GROUPED"]],
    ["a word for an amount", { amount: "NaN" }, ["amount AMOUNT_NOT_A_NUMBER"]],
    ["an amount in exponents", { amount: "1e3" }, ["amount AMOUNT_NOT_A_NUMBER"]],
    ["a tenth of a cent", { amount: "1.005" }, ["amount AMOUNT_TOO_FINE"]],
    ["decimals that yen do not have", { amount: "1.5", currency: "JPY" }, ["amount AMOUNT_TOO_FINE"]],
    ["more money than there is", { amount: "99999999999999999" }, ["amount AMOUNT_TOO_LARGE"]],
    ["nothing", { amount: "0.00" }, ["amount AMOUNT_ZERO"]],
    ["an unknown currency", { currency: "XXX" }, ["currency UNKNOWN_CURRENCY"]],
    ["no currency", { currency: "" }, ["currency MISSING"]],
    ["a day that is none", { processed_at: "2026-02-30T10:00:00Z" }, ["processed_at NOT_A_TIME"]],
    ["an hour that is none", { processed_at: "2026-02-20T25:00:00Z" }, ["processed_at NOT_A_TIME"]],
    ["another century", { processed_at: "1026-02-20T10:00:00Z" }, ["processed_at NOT_A_TIME"]],
    ["a day first", { settled_at: "21/04/2026" }, ["settled_at NOT_A_TIME"]],
    ["an unknown network", { network: "viso" }, ["network UNKNOWN_WORD"]],
    ["three digits of a card", { card_last4: "425" }, ["card_last4 NOT_DIGITS"]],
    ["five digits of a category", { mcc: "70111" }, ["mcc NOT_DIGITS"]],
    ["a sale that the issuer declined", { response_code: "51" }, ["response_code NOT_CAPTURED"]],
    ["a refund, which would be paid out again", { kind: "refund" }, ["kind NOT_A_SALE"]],
    ["an unknown kind", { kind: "gift" }, ["kind UNKNOWN_WORD"]],
  ])("%s", (_what, change, faults) => {
    expect(faultsOf(change)).toEqual(faults);
  });

  test("every fault of it, not the first", () => {
    expect(faultsOf({ transaction_id: "", merchant_id: "", amount: "x", currency: "usd" })).toEqual([
      "transaction_id MISSING",
      "merchant_id MISSING",
      "amount AMOUNT_NOT_A_NUMBER",
    ]);
  });

  test("a row of another length than the heading is not guessed at", () => {
    const places = placeColumns(Object.keys(aRow), settlementColumns);
    if (!places.ok) throw new Error("columns");
    const short = readSettlementRow(Object.values(aRow).slice(0, 9), places.value);
    expect(short).toEqual({ ok: false, error: [{ column: null, code: "COLUMN_COUNT", found: 9, expected: 14 }] });
  });

  test("in both languages, without a hole in the sentence", () => {
    const read = reading({ amount: "1.005", mcc: "1", network: "viso", response_code: "51", kind: "void" });
    expect(read.ok ? [] : read.error.map(rowProblemText)).toHaveLength(5);
    for (const { zh, en } of read.ok ? [] : read.error.map(rowProblemText)) {
      expect(`${zh}${en}`).not.toMatch(/undefined|null|\[object/);
    }
  });
});

describe("the heading", () => {
  const required = "transaction_id,merchant_id,merchant_name,processed_at,amount,currency,network,card_last4".split(
    ",",
  );

  test("may come in any order, in capitals, with blanks, and with columns that nobody asked for", () => {
    const header = ["\ufeffCARD LAST4", "Network", "note", ...required.slice(0, 6)];
    expect(placeColumns(header, settlementColumns)).toMatchObject({
      ok: true,
      value: { count: 9, at: { card_last4: 0, network: 1, transaction_id: 3, mcc: -1 } },
    });
  });

  test("is known in Chinese", () => {
    const header = [
      "交易号",
      "商户号",
      "商户名称",
      "交易时间",
      "金额",
      "币种",
      "卡组织",
      "卡号后四位",
      "凭证号",
      "检索参考号",
    ];
    expect(placeColumns(header, settlementColumns)).toMatchObject({
      ok: true,
      value: { at: { voucher_number: 8, rrn: 9 } },
    });
  });

  test("that lacks a column gives the file up, and says which", () => {
    const answer = placeColumns(required.slice(1), settlementColumns);
    expect(answer).toMatchObject({ ok: false, error: { code: "COLUMNS_MISSING", missing: ["transaction_id"] } });
    if (!answer.ok) expect(fileProblemText(answer.error).en).toContain("transaction_id");
  });

  test("that has a column twice gives the file up", () => {
    const answer = placeColumns([...required, "Transaction Amount"], settlementColumns);
    expect(answer).toEqual({ ok: false, error: { code: "COLUMNS_TWICE", columns: ["amount"] } });
  });
});
