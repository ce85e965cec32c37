import type { ActionContext } from "../../request-context.ts";

/** From the next request on the key is nobody's: one of the caller's own, or anybody's for whoever manages people. Says whether it is theirs to end. */
export async function revokeApiKey({ db, actor, clock }: ActionContext, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("api_key")
    .set((eb) => ({
      // Whoever was first stays named.
      revoked_at: eb.fn.coalesce("revoked_at", eb.val(clock.now())),
      revoked_by_id: eb.case().when("revoked_at", "is", null).then(actor.id).else(eb.ref("revoked_by_id")).end(),
    }))
    .where("id", "=", id)
    .$if(!actor.permissions.has("staff.manage"), (q) => q.where("staff_id", "=", actor.id))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
