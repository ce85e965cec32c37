import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import { hashApiKey, newApiKey } from "../api-key.ts";

/** A key for a machine that acts as this member of staff. The key is given here and never again. */
export async function createApiKey(
  db: Db,
  owner: { readonly staffId: string; readonly name: string },
  now: Date,
): Promise<{ id: string; key: string }> {
  const key = newApiKey();
  const key_hash = hashApiKey(key);
  if (key_hash === null) throw new Error("a fresh API key does not have the form of one");
  const id = newId();
  await db
    .insertInto("api_key")
    .values({ id, staff_id: owner.staffId, name: owner.name, key_hash, created_at: now, revoked_at: null })
    .execute();
  return { id, key };
}

/** From the next request on the key is nobody's. */
export async function revokeApiKey(db: Db, id: string, now: Date): Promise<void> {
  await db
    .updateTable("api_key")
    .set({ revoked_at: now })
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .execute();
}
