import type { Refusal } from "../../cases/domain/refusal.ts";
import { money } from "../../kernel/money.ts";
import type { Db } from "../../platform/database/database.ts";
import { holdMoney, releaseHeld, settleHeld, takeBackRefunded } from "../../transactions/actions/hold-money.ts";
import type { MoneyMove } from "../domain/refund-machine.ts";

export interface HeldMoney {
  readonly transaction_id: string;
  readonly amount_minor: bigint;
  readonly holds_money: boolean;
}

/** Does to the sale what the machine's row says. True: the refund holds money afterwards; null: there is not enough left. */
export async function moveMoney(db: Db, refund: HeldMoney, move: MoneyMove): Promise<boolean | null> {
  const { transaction_id: sale, amount_minor: amount, holds_money: holds } = refund;
  switch (move) {
    case "KEEP":
      return holds;
    case "HOLD":
      return holds || (await holdMoney(db, sale, amount)) ? true : null;
    case "SETTLE":
      if (!holds && !(await holdMoney(db, sale, amount))) return null;
      await settleHeld(db, sale, amount);
      return false;
    case "RELEASE":
      if (holds) await releaseHeld(db, sale, amount);
      return false;
    case "TAKE_BACK":
      await takeBackRefunded(db, sale, amount);
      return false;
  }
}

/** Money that raced away, as the reason that somebody reads. */
export async function aboveRefundable(db: Db, transactionId: string): Promise<Refusal> {
  const sale = await db
    .selectFrom("transaction")
    .select(["currency", "captured_minor", "refunded_minor", "in_flight_minor", "charged_back_minor"])
    .where("id", "=", transactionId)
    .executeTakeFirstOrThrow();
  const left = sale.captured_minor - sale.refunded_minor - sale.in_flight_minor - sale.charged_back_minor;
  return { code: "ABOVE_REFUNDABLE", refundable: money(left, sale.currency) };
}
