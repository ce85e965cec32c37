import { newId } from "../../kernel/ids.ts";
import type { Money } from "../../kernel/money.ts";
import type { Db } from "../../platform/database/database.ts";
import type { CardNetwork } from "../../transactions/domain/words.ts";
import { bankHolds } from "../domain/bank-holds.ts";
import type { DisputeState } from "../domain/words.ts";
import { holdForBank } from "./move-dispute-money.ts";

export interface NewDispute {
  readonly caseId: string;
  readonly transactionId: string;
  readonly reference: string | null;
  readonly cycle: number;
  readonly network: CardNetwork;
  readonly reasonCode: string;
  readonly reasonText: string | null;
  readonly state: DisputeState;
  readonly amount: Money;
  readonly openedAt: Date;
  readonly respondBy: Date | null;
}

/** Writes the dispute of a case. Where the bank has taken the money already, the transaction shows it, unless refunds were faster. */
export async function insertDispute(db: Db, dispute: NewDispute): Promise<{ id: string; moneyTaken: boolean }> {
  const id = newId();
  await db
    .insertInto("dispute")
    .values({
      id,
      case_id: dispute.caseId,
      reference: dispute.reference,
      cycle: dispute.cycle,
      network: dispute.network,
      reason_code: dispute.reasonCode,
      reason_text: dispute.reasonText,
      state: dispute.state,
      currency: dispute.amount.currency,
      amount_minor: dispute.amount.minor,
      opened_at: dispute.openedAt,
      respond_by: dispute.respondBy,
    })
    .execute();
  const moneyTaken =
    bankHolds(dispute.state) &&
    (await holdForBank(db, dispute.transactionId, { id, charged_back_minor: 0n }, dispute.amount.minor));
  return { id, moneyTaken };
}
