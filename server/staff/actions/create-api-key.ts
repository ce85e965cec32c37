import { done, type Result, refused } from "../../kernel/result.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { type KeyRefusal, reasonsAgainstKey } from "../domain/key-scopes.ts";
import { type Permission, permissions } from "../domain/permissions.ts";
import { rightsIn } from "../domain/role-book.ts";
import { readRoleBook } from "../queries/find-role-book.ts";
import { writeApiKey } from "./write-api-key.ts";

export interface AskedKey {
  readonly name: string;
  readonly scopes: readonly Permission[];
  readonly days: number;
  /** One intention, one key. */
  readonly key: string;
}

/** The secret is null where this very request has made the key before. */
export interface MadeKey {
  readonly id: string;
  readonly secret: string | null;
}

/** A key by which a machine acts for whoever asks. Their own row is locked, so that two requests of one person take turns. */
export function createApiKey(
  { db, actor, clock }: ActionContext,
  asked: AskedKey,
): Promise<Result<MadeKey, readonly KeyRefusal[]>> {
  return decideInTransaction<MadeKey, readonly KeyRefusal[]>(db, async (trx) => {
    const now = clock.now();
    const { id: staffId } = actor;
    if (staffId === null) throw new Error("Nobody can make a key");
    const { name, days, key } = asked;
    const scopes = permissions.filter((right) => asked.scopes.includes(right));
    const self = await trx
      .selectFrom("staff")
      .select(["role", "active"])
      .where("id", "=", staffId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow();
    const before = await trx
      .selectFrom("api_key")
      .select(["id", "name", "scopes", "key_days"])
      .where("staff_id", "=", staffId)
      .where("key", "=", key)
      .executeTakeFirst();
    if (before !== undefined) {
      const isSame = before.name === name && before.key_days === days && before.scopes.join() === scopes.join();
      return isSame ? done({ id: before.id, secret: null }) : refused([{ code: "INTENT_REUSED" }]);
    }
    const inForce = await trx
      .selectFrom("api_key")
      .select("name")
      .where("staff_id", "=", staffId)
      .where("revoked_at", "is", null)
      .where("expires_at", ">", now)
      .execute();
    const reasons = reasonsAgainstKey({
      ...{ scopes, days, name, namesInForce: inForce.map((one) => one.name) },
      // Whoever was suspended or left while they waited for the lock has nothing to give.
      makersNow: self.active ? rightsIn(await readRoleBook(trx), self.role) : new Set(),
    });
    return reasons.length > 0
      ? refused(reasons)
      : done(await writeApiKey(trx, { staffId, name, scopes, days, key }, now));
  });
}
