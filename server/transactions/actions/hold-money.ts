import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

/**
 * The guard against paying twice. Each of these is one conditional UPDATE of the transaction's own counters: whoever waits
 * for the row sees it as it is after the wait, so no two of them can both take the last of the money. Reading the sum
 * first and writing afterwards pays too much, also where the read takes the lock in the same statement.
 */
export async function holdMoney(trx: Db, transactionId: string, amountMinor: bigint): Promise<boolean> {
  return within(
    trx
      .updateTable("transaction")
      .set((eb) => ({ in_flight_minor: eb("in_flight_minor", "+", positive(amountMinor)) }))
      .where("id", "=", transactionId)
      .where(left, ">=", amountMinor),
  );
}

/** Money that was held has gone back. */
export async function settleHeld(trx: Db, transactionId: string, amountMinor: bigint): Promise<void> {
  const moved = await within(
    trx
      .updateTable("transaction")
      .set((eb) => ({
        in_flight_minor: eb("in_flight_minor", "-", positive(amountMinor)),
        refunded_minor: eb("refunded_minor", "+", amountMinor),
      }))
      .where("id", "=", transactionId)
      .where("in_flight_minor", ">=", amountMinor),
  );
  if (!moved) throw notHeld(transactionId, amountMinor);
}

/** Money that was held will not go back, and is free for another refund. */
export async function releaseHeld(trx: Db, transactionId: string, amountMinor: bigint): Promise<void> {
  const moved = await within(
    trx
      .updateTable("transaction")
      .set((eb) => ({ in_flight_minor: eb("in_flight_minor", "-", positive(amountMinor)) }))
      .where("id", "=", transactionId)
      .where("in_flight_minor", ">=", amountMinor),
  );
  if (!moved) throw notHeld(transactionId, amountMinor);
}

/** Money that had gone back has bounced, and is the merchant's again. */
export async function takeBackRefunded(trx: Db, transactionId: string, amountMinor: bigint): Promise<void> {
  const moved = await within(
    trx
      .updateTable("transaction")
      .set((eb) => ({ refunded_minor: eb("refunded_minor", "-", positive(amountMinor)) }))
      .where("id", "=", transactionId)
      .where("refunded_minor", ">=", amountMinor),
  );
  if (!moved) throw new Error(`Transaction ${transactionId} has no ${amountMinor} refunded`);
}

/** The bank has taken money back. False where refunds have taken it already. */
export async function chargeBack(trx: Db, transactionId: string, amountMinor: bigint): Promise<boolean> {
  return within(
    trx
      .updateTable("transaction")
      .set((eb) => ({ charged_back_minor: eb("charged_back_minor", "+", positive(amountMinor)) }))
      .where("id", "=", transactionId)
      .where(left, ">=", amountMinor),
  );
}

/** The bank has given back what it took. */
export async function reverseChargeback(trx: Db, transactionId: string, amountMinor: bigint): Promise<void> {
  const moved = await within(
    trx
      .updateTable("transaction")
      .set((eb) => ({ charged_back_minor: eb("charged_back_minor", "-", positive(amountMinor)) }))
      .where("id", "=", transactionId)
      .where("charged_back_minor", ">=", amountMinor),
  );
  if (!moved) throw new Error(`Transaction ${transactionId} has no ${amountMinor} charged back`);
}

const left = sql<bigint>`captured_minor - refunded_minor - in_flight_minor - charged_back_minor`;

async function within(update: { executeTakeFirst(): Promise<{ readonly numUpdatedRows: bigint }> }): Promise<boolean> {
  return (await update.executeTakeFirst()).numUpdatedRows === 1n;
}

function positive(amountMinor: bigint): bigint {
  if (amountMinor <= 0n) throw new Error(`${amountMinor} cannot be moved`);
  return amountMinor;
}

function notHeld(transactionId: string, amountMinor: bigint): Error {
  return new Error(`Transaction ${transactionId} does not hold ${amountMinor}`);
}
