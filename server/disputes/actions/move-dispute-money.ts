import type { Db } from "../../platform/database/database.ts";
import { chargeBack, chargeBackWhole, reverseChargeback } from "../../transactions/actions/hold-money.ts";

interface HeldOver {
  readonly id: string;
  readonly charged_back_minor: bigint;
}

/**
 * Brings what the bank holds over a dispute to an amount: takes what is missing, gives back what is too much. False, and
 * nothing moved, where refunds already took the money.
 */
export async function holdForBank(
  db: Db,
  transactionId: string,
  dispute: HeldOver,
  amountMinor: bigint,
): Promise<boolean> {
  const difference = amountMinor - dispute.charged_back_minor;
  if (difference === 0n) return true;
  if (difference > 0n && !(await chargeBack(db, transactionId, difference))) return false;
  if (difference < 0n) await reverseChargeback(db, transactionId, -difference);
  await db.updateTable("dispute").set({ charged_back_minor: amountMinor }).where("id", "=", dispute.id).execute();
  return true;
}

/** The same for the bank's last word: what it keeps it has, also where refunds took the money. Gives what was paid twice by that. */
export async function keepForBank(
  db: Db,
  transactionId: string,
  dispute: HeldOver,
  amountMinor: bigint,
): Promise<bigint> {
  if (await holdForBank(db, transactionId, dispute, amountMinor)) return 0n;
  const twice = await chargeBackWhole(db, transactionId, amountMinor - dispute.charged_back_minor);
  await db.updateTable("dispute").set({ charged_back_minor: amountMinor }).where("id", "=", dispute.id).execute();
  return twice;
}
