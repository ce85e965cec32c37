import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { isUsableAddress, type Placement, reasonsAgainstPlacement, type StaffRefusal } from "../domain/staff-life.ts";
import { writeInvitation } from "./write-invitation.ts";
import { writeStaffEvent } from "./write-staff-event.ts";

export interface Invitation extends Placement {
  readonly email: string;
  readonly name: string;
  readonly locale: "zh-CN" | "en";
}

/** Takes somebody onto the list and sends them a link by which they set their own password. Sent twice, the second is told. */
export function inviteStaff(
  ctx: ActionContext,
  { email: typed, name, locale, role, merchantId, institutionId }: Invitation,
): Promise<Result<string, readonly StaffRefusal[]>> {
  const email = typed.trim().toLowerCase();
  return decideInTransaction<string, readonly StaffRefusal[]>(ctx.db, async (trx) => {
    const reasons: StaffRefusal[] = [...reasonsAgainstPlacement({ role, merchantId, institutionId })];
    if (!isUsableAddress(email)) reasons.push({ code: "ADDRESS_UNUSABLE" });
    if (reasons.length > 0) return refused(reasons);
    const now = ctx.clock.now();
    const id = newId();
    const added = await trx
      .insertInto("staff")
      .values({
        ...{ id, login_id: null, email, name, role, locale, active: false, created_at: now, invited_at: now },
        ...{ merchant_id: merchantId, institution_id: institutionId },
      })
      .onConflict((conflict) => conflict.column("email").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (added === undefined) return refused([{ code: "ADDRESS_TAKEN" }]);
    await writeInvitation(ctx, trx, { id, email, locale, role });
    await writeStaffEvent(trx, { staffId: id, kind: "INVITED", actorId: ctx.actor.id, role, at: now });
    return done(id);
  });
}
