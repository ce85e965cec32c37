import type { holdMoney } from "../../server/transactions/actions/hold-money.ts";

/** The guard as it is often written: read what is left, then write. Kept so that the test of the real one proves that it looks. */
export const naiveHold: typeof holdMoney = async (trx, transactionId, amountMinor) => {
  const sale = await trx
    .selectFrom("transaction")
    .selectAll()
    .where("id", "=", transactionId)
    .executeTakeFirstOrThrow();
  const left = sale.captured_minor - sale.refunded_minor - sale.in_flight_minor - sale.charged_back_minor;
  if (amountMinor > left) return false;
  await trx
    .updateTable("transaction")
    .set((eb) => ({ in_flight_minor: eb("in_flight_minor", "+", amountMinor) }))
    .where("id", "=", transactionId)
    .execute();
  return true;
};
