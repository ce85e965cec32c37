import type { Db } from "../../platform/database/database.ts";

/** Whether a log-in belongs to a member of staff who is still with the desk. */
export async function maySignIn(db: Db, loginId: string): Promise<boolean> {
  const member = await db
    .selectFrom("staff")
    .where("login_id", "=", loginId)
    .where("active", "=", true)
    .select("id")
    .executeTakeFirst();
  return member !== undefined;
}
