import type { Db } from "../../platform/database/database.ts";
import { canonicalJson, sha256 } from "../../platform/journal.ts";
import type { Actor } from "../../staff/domain/actor.ts";

/** What a key was used for before: by the same words it is answered again, by other words it is refused. */
export type KeyClaim =
  | { readonly kind: "FRESH" }
  | { readonly kind: "USED"; readonly caseId: string; readonly eventId: string }
  | { readonly kind: "REUSED" };

export interface KeyedWork {
  readonly key: string;
  readonly action: string;
  readonly input: unknown;
}

/**
 * Claims an idempotency key inside the transaction of the effect. Twenty at once wait here for the first to end: when it
 * commits they find its answer, and when it rolls back the next one is the first.
 */
export async function claimKey(db: Db, actor: Actor, work: KeyedWork, at: Date): Promise<KeyClaim> {
  const owner = keyOwner(actor);
  const inputHash = sha256(canonicalJson([work.action, work.input]));
  const claimed = await db
    .insertInto("idempotency_key")
    .values({
      owner,
      key: work.key,
      action: work.action,
      input_hash: inputHash,
      case_id: null,
      event_id: null,
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(["owner", "key"]).doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 1n) return { kind: "FRESH" };
  const used = await db
    .selectFrom("idempotency_key")
    .select(["input_hash", "case_id", "event_id"])
    .where("owner", "=", owner)
    .where("key", "=", work.key)
    .executeTakeFirstOrThrow();
  if (used.input_hash !== inputHash || used.case_id === null || used.event_id === null) return { kind: "REUSED" };
  return { kind: "USED", caseId: used.case_id, eventId: used.event_id };
}

/** Remembers what the key's effect was, so that asking again is answered the same. */
export async function settleKey(db: Db, actor: Actor, key: string, caseId: string, eventId: string): Promise<void> {
  await db
    .updateTable("idempotency_key")
    .set({ case_id: caseId, event_id: eventId })
    .where("owner", "=", keyOwner(actor))
    .where("key", "=", key)
    .execute();
}

function keyOwner(actor: Actor): string {
  if (actor.caseId !== null) return `case:${actor.caseId}`;
  return actor.id ?? actor.role.toLowerCase();
}
