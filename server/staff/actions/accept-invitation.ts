import type { Db } from "../../platform/database/database.ts";
import { sha256 } from "../../platform/journal.ts";
import type { Login } from "../../platform/login/login.ts";
import { writeStaffEvent } from "./write-staff-event.ts";

/** Who was invited by this token, while it can be taken up. */
export function invited(db: Db, token: string, now: Date) {
  return db
    .selectFrom("staff_invitation as invitation")
    .innerJoin("staff", "staff.id", "invitation.staff_id")
    .select(["invitation.id as invitationId", "staff.id", "staff.email", "staff.name", "staff.role"])
    .where("invitation.token_hash", "=", sha256(token))
    .where("invitation.used_at", "is", null)
    .where("invitation.expires_at", ">", now)
    .where("staff.invited_at", "is not", null);
}

/**
 * Takes an invitation up with the password that its reader chose. The row is taken first, so that of two who try at once
 * the second finds it used; should the log-in fail, everything is as before and the link still good.
 */
export async function acceptInvitation(
  desk: { readonly db: Db; readonly login: Login },
  { token, password }: { readonly token: string; readonly password: string },
  now: Date,
): Promise<"JOINED" | "NO_INVITATION"> {
  return desk.db.transaction().execute(async (trx) => {
    // The person before their invitation, as whoever moves them does: neither waits for what the other holds.
    const guest = await invited(trx, token, now).forNoKeyUpdate("staff").executeTakeFirst();
    if (guest === undefined) return "NO_INVITATION";
    const taken = await trx
      .updateTable("staff_invitation")
      .set({ used_at: now })
      .where("id", "=", guest.invitationId)
      .where("used_at", "is", null)
      .executeTakeFirst();
    if (taken.numUpdatedRows !== 1n) return "NO_INVITATION";
    const { email, name } = guest;
    const loginId = await desk.login.createLogin({ email, password, name });
    // Somebody who was here before has a log-in already; what they choose now counts.
    await desk.login.setPassword(loginId, password);
    await trx
      .updateTable("staff")
      .set((eb) => ({
        ...{ login_id: loginId, active: true, invited_at: null, suspended_at: null },
        version: eb("version", "+", 1),
      }))
      .where("id", "=", guest.id)
      .execute();
    await writeStaffEvent(trx, { staffId: guest.id, kind: "JOINED", actorId: null, role: guest.role, at: now });
    return "JOINED";
  });
}
