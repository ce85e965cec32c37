import { type Expression, type SqlBool, sql } from "kysely";
import { addDays } from "../../kernel/day.ts";
import { deskTimeZone } from "../../kernel/desk-day.ts";
import { endOfDay, startOfDay } from "../../kernel/zoned-time.ts";
import type { MerchantState } from "../../merchants/domain/registry.ts";
import type { Db } from "../../platform/database/database.ts";
import { type Slip, voucherSpellings } from "../domain/slip.ts";

/** Movements by which a customer has paid; voids and refunds are the way back. */
export const paidKinds = ["SALE", "PREAUTHORIZATION", "COMPLETION"] as const;

export type PaymentRow = Awaited<ReturnType<typeof listPayments>>[number];

/**
 * The payment that a slip is about, where everything that was read off it fits; of several the latest. One statement
 * with every condition in it: which of them did not fit is told by nothing, not even by the time that it takes.
 */
export async function findPayment(db: Db, slip: Slip): Promise<PaymentRow | undefined> {
  return (await listPayments(db, slip, 1))[0];
}

/** The payment that a slip is about, where it can be no other: for what nobody looks at before it counts. */
export async function findOnlyPayment(db: Db, slip: Slip): Promise<PaymentRow | undefined> {
  const [only, another] = await listPayments(db, slip, 2);
  return another === undefined ? only : undefined;
}

function listPayments(db: Db, slip: Slip, most: number) {
  return db
    .selectFrom("transaction")
    .innerJoin("merchant", "merchant.id", "transaction.merchant_id")
    .leftJoin("terminal", "terminal.id", "transaction.terminal_id")
    .select([
      "transaction.id",
      "transaction.merchant_id",
      "transaction.voucher_number",
      "transaction.network",
      "transaction.card_last4",
      "transaction.currency",
      "transaction.captured_minor",
      "transaction.processed_at",
      "merchant.name",
      "merchant.name_zh",
      "merchant.state as merchant_state",
      "terminal.terminal_number",
    ])
    .where("transaction.kind", "in", paidKinds)
    .where("transaction.card_last4", "=", slip.cardLast4)
    .where((eb) => {
      const fits: Expression<SqlBool>[] = [];
      if (slip.voucherNumber !== null)
        fits.push(eb("transaction.voucher_number", "in", voucherSpellings(slip.voucherNumber)));
      if (slip.retrievalReference !== null)
        fits.push(eb("transaction.retrieval_reference", "=", slip.retrievalReference));
      if (slip.reference !== null) fits.push(eb("transaction.acquirer_reference", "=", slip.reference));
      if (slip.paid !== null) {
        fits.push(eb("transaction.captured_minor", "=", slip.paid.minor));
        fits.push(eb("transaction.currency", "=", slip.paid.currency));
      }
      if (slip.paidOn !== null) {
        // A slip shows the day of the shop's own clock, a file that of the acquirer's.
        fits.push(eb("transaction.processed_at", ">=", startOfDay(addDays(slip.paidOn, -1), deskTimeZone())));
        fits.push(eb("transaction.processed_at", "<=", endOfDay(addDays(slip.paidOn, 1), deskTimeZone())));
      }
      if (slip.terminalNumber !== null) fits.push(eb("terminal.terminal_number", "=", slip.terminalNumber));
      return eb.and(fits);
    })
    .orderBy("transaction.processed_at", "desc")
    .orderBy("transaction.id", "desc")
    .limit(sql.lit(most))
    .execute();
}

/** Who sold, by the numbers on the slip, where the payment itself is not on file: the merchant's own, or a terminal's in use that only one has. */
export async function findSlipMerchant(
  db: Db,
  { merchantNumber, terminalNumber }: Slip,
): Promise<{ readonly id: string; readonly state: MerchantState } | null> {
  if (merchantNumber !== null) {
    const found = await db
      .selectFrom("merchant")
      .select(["id", "state"])
      .where("merchant_number", "=", merchantNumber)
      .executeTakeFirst();
    if (found !== undefined) return found;
  }
  if (terminalNumber === null) return null;
  const owners = await db
    .selectFrom("terminal")
    .innerJoin("merchant", "merchant.id", "terminal.merchant_id")
    .select(["merchant.id", "merchant.state"])
    .distinct()
    .where("terminal.terminal_number", "=", terminalNumber)
    .where("terminal.closed_at", "is", null)
    .limit(2)
    .execute();
  return owners.length === 1 ? (owners[0] ?? null) : null;
}
