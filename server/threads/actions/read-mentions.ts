import type { ActionContext } from "../../request-context.ts";
import { tellMentioned } from "./desk-signals.ts";

/** Marks what calls the viewer on a case as read; again changes nothing. */
export async function readMentions({ db, actor, clock }: ActionContext, caseId: string): Promise<void> {
  const { id } = actor;
  if (id === null) return;
  await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("case_mention")
      .set({ read_at: clock.now() })
      .where("staff_id", "=", id)
      .where("case_id", "=", caseId)
      .where("read_at", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) await tellMentioned(trx, id);
  });
}
