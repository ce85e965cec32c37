import { describe, expect, test } from "vitest";
import { bankDisputeColumns, readBankDisputeRow } from "../../server/disputes/domain/bank-dispute-row.ts";
import { fileStatuses, standingOf } from "../../server/disputes/domain/bank-file-status.ts";
import { readNotice, toDetail } from "../../server/disputes/domain/bank-notice.ts";
import { problemsWithSale } from "../../server/disputes/domain/dispute-of-sale.ts";
import { pathToState } from "../../server/disputes/domain/path-to-state.ts";
import { rulingsOpen } from "../../server/disputes/domain/rulings.ts";
import { disputeWorkflows } from "../../server/disputes/domain/words.ts";
import { placeColumns } from "../../server/transactions/domain/columns.ts";

const aRow = {
  dispute_ref: "VISA-2026-59735",
  transaction_id: "TXN-684004",
  cardholder: "David Okafor",
  card_last4: "5422",
  network: "visa",
  reason_code: "13.1",
  reason: "Merchandise/Services Not Received",
  amount: "3920.0",
  currency: "USD",
  opened_at: "2026-06-17T00:56:12.982302+00:00",
  due_at: "2026-07-17T00:56:12.982302+00:00",
  status: "submitted",
};

function reading(change: Readonly<Record<string, string>> = {}) {
  const row: Readonly<Record<string, string>> = { ...aRow, ...change };
  const places = placeColumns(Object.keys(row), bankDisputeColumns);
  if (!places.ok) throw new Error(places.error.code);
  return readBankDisputeRow(Object.values(row), places.value);
}

function rowOf(change: Readonly<Record<string, string>> = {}) {
  const read = reading(change);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const aSale = { network: "VISA", card_last4: "5422", currency: "USD", captured_minor: 392_000n };

describe("a row of a bank's dispute file", () => {
  test("is read as it stands in the banks' files", () => {
    expect(rowOf()).toEqual({
      reference: "VISA-2026-59735",
      transactionReference: "TXN-684004",
      cardholder: "David Okafor",
      cardLast4: "5422",
      network: "VISA",
      reasonCode: "13.1",
      reasonText: "Merchandise/Services Not Received",
      amount: { minor: 392_000n, currency: "USD" },
      openedAt: new Date("2026-06-17T00:56:12.982Z"),
      respondBy: new Date("2026-07-17T00:56:12.982Z"),
      status: "submitted",
    });
  });

  test("takes a reason code that no list of ours has: the deadline counts", () => {
    expect(rowOf({ reason_code: "77.7" }).reasonCode).toBe("77.7");
  });

  test("leaves the cardholder, the date and the reason's text out where the file does", () => {
    expect(rowOf({ cardholder: "", due_at: "", reason: "" })).toMatchObject({
      cardholder: null,
      respondBy: null,
      reasonText: null,
    });
  });

  test.each([
    ["no sale", { transaction_id: "" }, "transaction_id MISSING"],
    ["no number", { dispute_ref: "" }, "dispute_ref MISSING"],
    ["an unknown status", { status: "maybe" }, "status UNKNOWN_WORD"],
    ["a date of answer before the beginning", { due_at: "2026-06-01" }, "due_at DUE_BEFORE_OPENED"],
    ["a sentence for a code", { reason_code: "not received" }, "reason_code NOT_AN_IDENTIFIER"],
    ["nothing in dispute", { amount: "0" }, "amount AMOUNT_ZERO"],
  ])("with %s is told by column and reason", (_what, change, fault) => {
    const read = reading(change);
    expect(read.ok ? [] : read.error.map(({ column, code }) => `${column} ${code}`)).toEqual([fault]);
  });

  test.each([
    ["another card", { card_last4: "0000" }, "card_last4 CARD_OF_SALE"],
    ["another network", { network: "amex" }, "network CARD_OF_SALE"],
    ["another currency", { currency: "CNY" }, "currency CURRENCY_OF_SALE"],
    ["more than was captured", { amount: "3920.01" }, "amount ABOVE_SALE"],
  ])("about %s than the sale's is not taken", (_what, change, fault) => {
    expect(problemsWithSale(rowOf(change), aSale).map(({ column, code }) => `${column} ${code}`)).toEqual([fault]);
    expect(problemsWithSale(rowOf(), aSale)).toEqual([]);
  });

  test("reaches a case without the cardholder's name", () => {
    const { reference, network, reasonCode, openedAt, respondBy } = rowOf();
    const bank = { reference, cycle: 2, network, reasonCode, openedAt, respondBy };
    const notice = { ...bank, state: "REPRESENTED" } as const;
    expect(readNotice(toDetail(notice))).toEqual(notice);
    expect(JSON.stringify(toDetail(notice))).not.toContain("Okafor");
  });
});

describe("the words of banks' files", () => {
  test.each([...fileStatuses.keys()])("%s is a place in the machine, with a ruling that is open there", (status) => {
    for (const workflow of disputeWorkflows) {
      const standing = standingOf(status, workflow);
      expect(standing).not.toBeNull();
      if (standing === null || standing.ruling === null) continue;
      expect(rulingsOpen(standing.state)).toContain(standing.ruling);
    }
  });

  test("an answer is a representment where the parties answer each other, else the second round", () => {
    expect(standingOf("submitted", "COLLABORATION")?.state).toBe("REPRESENTED");
    expect(standingOf("submitted", "ALLOCATION")?.state).toBe("PRE_ARBITRATION");
  });

  test("approved is the cardholder's, denied the merchant's, expired is let lapse, and closed says nothing of the money", () => {
    const ruling = (status: string) => standingOf(status, "COLLABORATION")?.ruling;
    expect(ruling("approved")).toBe("CHARGEBACK_UPHELD");
    expect(ruling("denied")).toBe("MERCHANT_UPHELD");
    expect(standingOf("expired", "COLLABORATION")).toEqual({ state: "LAPSED", ruling: "CHARGEBACK_UPHELD" });
    expect(ruling("closed")).toBe("RETURNED_UNRESOLVED");
  });

  test("the life of a dispute at a bank can be followed word by word", () => {
    const life = ["intake", "evidence_gathering", "submitted", "escalated", "arbitration"];
    for (const workflow of disputeWorkflows) {
      let facts = { state: "NOTIFIED" as const, workflow, moneyTaken: false } as Parameters<typeof pathToState>[0];
      for (const status of life) {
        const state = standingOf(status, workflow)?.state ?? "LOST";
        expect(pathToState(facts, state)).not.toBeNull();
        facts = { ...facts, state, moneyTaken: state !== "NOTIFIED" };
      }
    }
  });
});
