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

/** Money that was held will not go back, and is free for another refund; first it covers what a bank keeps beyond the sale. */
export async function releaseHeld(trx: Db, transactionId: string, amountMinor: bigint): Promise<void> {
  const moved = await within(
    trx
      .updateTable("transaction")
      .set((eb) => ({ in_flight_minor: eb("in_flight_minor", "-", positive(amountMinor)), ...toTheBank(amountMinor) }))
      .where("id", "=", transactionId)
      .where("in_flight_minor", ">=", amountMinor),
  );
  if (!moved) throw notHeld(transactionId, amountMinor);
}

/** Money that had gone back has bounced, and is the merchant's again, or covers what a bank keeps beyond the sale. */
export async function takeBackRefunded(trx: Db, transactionId: string, amountMinor: bigint): Promise<void> {
  const moved = await within(
    trx
      .updateTable("transaction")
      .set((eb) => ({ refunded_minor: eb("refunded_minor", "-", positive(amountMinor)), ...toTheBank(amountMinor) }))
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

/**
 * The bank keeps an amount whatever refunds have taken: the sale gives what it still has, and the rest is written beside it
 * as paid twice. Gives that rest.
 */
export async function chargeBackWhole(trx: Db, transactionId: string, amountMinor: bigint): Promise<bigint> {
  const twice = sql<bigint>`greatest(${positive(amountMinor)} - (${left}), 0)`;
  const row = await trx
    .updateTable("transaction")
    .set({
      charged_back_minor: sql<bigint>`charged_back_minor + ${amountMinor} - ${twice}`,
      paid_twice_minor: sql<bigint>`paid_twice_minor + ${twice}`,
    })
    .where("id", "=", transactionId)
    // Where anything was left, nothing was paid twice before.
    .returning(sql<bigint>`least(paid_twice_minor, ${amountMinor})`.as("twice"))
    .executeTakeFirstOrThrow();
  return row.twice;
}

/** The bank has given back what it took: first what it had beyond the sale. */
export async function reverseChargeback(trx: Db, transactionId: string, amountMinor: bigint): Promise<void> {
  const twice = sql<bigint>`least(paid_twice_minor, ${positive(amountMinor)})`;
  const moved = await within(
    trx
      .updateTable("transaction")
      .set({
        charged_back_minor: sql<bigint>`charged_back_minor - (${amountMinor} - ${twice})`,
        paid_twice_minor: sql<bigint>`paid_twice_minor - ${twice}`,
      })
      .where("id", "=", transactionId)
      .where(sql<bigint>`charged_back_minor + paid_twice_minor`, ">=", amountMinor),
  );
  if (!moved) throw new Error(`Transaction ${transactionId} has no ${amountMinor} charged back`);
}

/** A bank that keeps more than the sale had is covered by what becomes free of it, so that no refund takes that. */
function toTheBank(freedMinor: bigint) {
  const covered = sql<bigint>`least(paid_twice_minor, ${freedMinor})`;
  return {
    charged_back_minor: sql<bigint>`charged_back_minor + ${covered}`,
    paid_twice_minor: sql<bigint>`paid_twice_minor - ${covered}`,
  };
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
