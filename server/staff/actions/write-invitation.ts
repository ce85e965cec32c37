import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import { sha256 } from "../../platform/journal.ts";
import type { ActionContext } from "../../request-context.ts";
import { roleNames } from "../domain/role-names.ts";
import type { StaffRole } from "../domain/roles.ts";
import { invitationDays } from "../domain/staff-life.ts";

interface Invited {
  readonly id: string;
  readonly email: string;
  readonly locale: "zh-CN" | "en";
  readonly role: StaffRole;
}

/** A fresh invitation in place of every older one. Its link is made when the mail goes out; here stays only its hash. */
export async function writeInvitation(ctx: ActionContext, db: Db, person: Invited): Promise<void> {
  const now = ctx.clock.now();
  const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000);
  await withdrawInvitations(db, person.id, now);
  const id = newId();
  const token_hash = sha256(ctx.signing.sign("staff invitation", id));
  await db
    .insertInto("staff_invitation")
    .values({ id, staff_id: person.id, token_hash, expires_at: expiresAt, created_at: now })
    .execute();
  await ctx.writeNotice(db, ctx, {
    kind: "STAFF_INVITED",
    reader: { email: person.email, locale: person.locale },
    fields: { role: roleNames[person.role], answerBy: expiresAt.toISOString() },
    link: { path: "/join/", token: { purpose: "staff invitation", words: [id] } },
    writeKey: `staff invitation ${id}`,
  });
}

export async function withdrawInvitations(db: Db, staffId: string, now: Date): Promise<void> {
  await db
    .updateTable("staff_invitation")
    .set({ used_at: now })
    .where("staff_id", "=", staffId)
    .where("used_at", "is", null)
    .execute();
}
