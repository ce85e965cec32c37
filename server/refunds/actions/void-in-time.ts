import { policyOfCase } from "../../cases/queries/policy-of-case.ts";
import type { House } from "../../request-context.ts";
import { refundKindOf } from "../domain/refund-kind.ts";
import type { RefundRow } from "../queries/find-refund.ts";
import { getSale } from "../queries/get-sale.ts";

/**
 * A void takes back a sale of the same day that is not settled yet. One that waited longer than that (for an agreement, the end
 * of a maintenance, another try) is sent as a refund, since acquirers decline it. The instruction as it is to be sent now.
 */
export async function voidInTime({ db, clock }: Pick<House, "db" | "clock">, refund: RefundRow): Promise<RefundRow> {
  if (refund.kind !== "VOID") return refund;
  const [now, amount] = [clock.now(), refund.amount_minor];
  const sale = await getSale(db, refund.transaction_id);
  const { timeZone } = (await policyOfCase(db, refund.case_id, now)).content;
  // What it holds itself is not gone.
  const goneMinor = sale.goneMinor - (refund.holds_money ? amount : 0n);
  const kind = refundKindOf({ ...sale, goneMinor }, amount, now, timeZone);
  if (kind === null || kind === "VOID") return refund;
  await db
    .updateTable("refund")
    .set({ kind })
    .where("id", "=", refund.id)
    .where("state", "=", "QUEUED")
    .where("instruction_key", "=", refund.instruction_key)
    .execute();
  return { ...refund, kind };
}
