import { announceCase } from "../../cases/actions/announce-case.ts";
import { newId } from "../../kernel/ids.ts";
import type { House } from "../../request-context.ts";
import type { RefundRow } from "../queries/find-refund.ts";
import { advanceRefund } from "./advance-refund.ts";
import { holdBack } from "./hold-back.ts";
import { lockForSending } from "./lock-sending.ts";

/**
 * Marks a queued instruction as sent, before it is: whoever finds it so after a crash asks, and never sends again.
 * Gives the id of the attempt; null where its provider is in maintenance, or somebody else has taken the instruction.
 */
export function markSent(house: House, refund: RefundRow): Promise<string | null> {
  return house.db.transaction().execute(async (db) => {
    await lockForSending(db, refund.provider);
    // The case's row first, as in every action, so that two of them wait for each other and never cross.
    const { version } = await db
      .updateTable("cases")
      .set((eb) => ({ version: eb("version", "+", 1) }))
      .where("id", "=", refund.case_id)
      .returning("version")
      .executeTakeFirstOrThrow();
    const current = await db.selectFrom("refund").selectAll().where("id", "=", refund.id).executeTakeFirstOrThrow();
    if (current.state !== "QUEUED" || current.instruction_key !== refund.instruction_key) return null;
    if (await holdBack(db, house, current)) {
      await announceCase(db, refund.case_id, version);
      return null;
    }
    const refusals = await advanceRefund(db, house, current, { event: "SEND" });
    if (refusals.length > 0) return null;
    const id = newId();
    await db
      .insertInto("refund_attempt")
      .values({
        id,
        refund_id: refund.id,
        at: house.clock.now(),
        instruction_key: refund.instruction_key,
        operation: "SUBMIT",
        answer: "SENT",
      })
      .execute();
    await announceCase(db, refund.case_id, version);
    return id;
  });
}
