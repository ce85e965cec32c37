import type { Db } from "../../platform/database/database.ts";

/** The one thing of a published version that may still come; the table refuses what would change the past. */
export async function setVersionEnd(db: Db, id: string, at: Date | null): Promise<void> {
  await db.updateTable("policy_version").set({ effective_until: at }).where("id", "=", id).execute();
}
