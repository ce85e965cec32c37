import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import { hashApiKey, newApiKey } from "../api-key.ts";
import type { Permission } from "../domain/permissions.ts";

export interface NewApiKey {
  readonly staffId: string;
  readonly name: string;
  readonly scopes: readonly Permission[];
  readonly days: number;
  /** Of the request that makes it. */
  readonly key?: string;
}

/** Keeps a key's hash; the secret is given here and never again. Whether it may be made is asked before. */
export async function writeApiKey(db: Db, made: NewApiKey, now: Date): Promise<{ id: string; secret: string }> {
  const secret = newApiKey();
  const key_hash = hashApiKey(secret);
  if (key_hash === null) throw new Error("a fresh API key does not have the form of one");
  const id = newId();
  const { staffId, name, scopes, days, key = id } = made;
  await db
    .insertInto("api_key")
    .values({
      ...{ id, staff_id: staffId, name, key_hash, scopes: [...scopes], key, key_days: days, created_at: now },
      expires_at: new Date(now.getTime() + days * 86_400_000),
    })
    .execute();
  return { id, secret };
}
