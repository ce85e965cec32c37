import type { Db } from "../../platform/database/database.ts";
import type { EffectName } from "../domain/transition.ts";
import type { CaseAction } from "../domain/words.ts";
import { workflow } from "../domain/workflow.ts";

/** Who must agree hangs on what has gone back over the payment, so nobody else may move its money until this is written. */
const takesMoney: ReadonlySet<EffectName> = new Set<EffectName>(["PROPOSE_REFUND", "PROPOSE_MANUAL_REFUND"]);

/** Locks the payment behind a locked case, in the order in which money is held; two cases over it are decided one after the other. */
export async function lockSale(db: Db, caseId: string, action: CaseAction): Promise<void> {
  if (!workflow[action].effects.some((effect) => takesMoney.has(effect))) return;
  await db
    .selectFrom("transaction")
    .select("id")
    .where("id", "=", (eb) => eb.selectFrom("cases").select("transaction_id").where("cases.id", "=", caseId))
    .forNoKeyUpdate()
    .execute();
}
