import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import { insertTransactions } from "../../transactions/actions/insert-transactions.ts";
import { saleId, shopId } from "../plan/demo-ids.ts";
import { demoMerchants } from "../plan/demo-merchants.ts";
import { longBefore } from "../plan/desk-time.ts";
import type { DeskPlan } from "../plan/plan-desk.ts";
import { merchantAt, merchantNumber, type NumberedSale, settledAt, terminalNumber } from "../plan/plan-sales.ts";

const salesAtOnce = 500;

/** Writes shops, their terminals and their sales as a settlement file would have brought them. */
export async function writeShops(db: Db, { sales, openedAt }: DeskPlan): Promise<void> {
  const joinedAt = longBefore(openedAt);
  const merchants = demoMerchants.map((merchant, place) => ({ id: shopId(place), merchant, place }));
  await db
    .insertInto("merchant")
    .values(
      merchants.map(({ id, merchant, place }) => ({
        id,
        merchant_number: merchantNumber(place),
        name: merchant.en,
        name_zh: merchant.zh,
        category_code: merchant.categoryCode,
        created_at: joinedAt,
      })),
    )
    .execute();
  const terminals = merchants.flatMap(({ id, merchant, place }) =>
    Array.from({ length: merchant.terminals }, (_none, index) => ({
      id: newId(),
      merchant_id: id,
      terminal_number: terminalNumber({ merchant: place, terminal: index + 1 }),
      created_at: joinedAt,
    })),
  );
  await db.insertInto("terminal").values(terminals).execute();

  const terminalIds = new Map(terminals.map((row) => [row.terminal_number, row.id]));
  const staged = sales.map((sale) => ({
    id: saleId(sale),
    sale: toRow(sale, openedAt),
    merchantId: shopId(sale.merchant),
    terminalId: terminalIds.get(terminalNumber(sale)) ?? null,
  }));
  for (let first = 0; first < staged.length; first += salesAtOnce) {
    await insertTransactions(db, staged.slice(first, first + salesAtOnce), openedAt);
  }
}

function toRow(sale: NumberedSale, openedAt: Date) {
  const merchant = merchantAt(sale.merchant);
  return {
    acquirerReference: sale.reference,
    merchantNumber: merchantNumber(sale.merchant),
    merchantName: merchant.en,
    categoryCode: merchant.categoryCode,
    terminalNumber: terminalNumber(sale),
    kind: sale.kind,
    processedAt: sale.at,
    settledAt: settledAt(sale.at, openedAt),
    captured: sale.amount,
    network: sale.card.network,
    cardFirst6: sale.card.first6,
    cardLast4: sale.card.last4,
    authorizationCode: sale.authorizationCode,
    entryMode: sale.entryMode,
    responseCode: "00",
    voucherNumber: sale.voucherNumber,
    retrievalReference: sale.retrievalReference,
  };
}
