import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { type DelegationRefusal, reasonsAgainstDelegation } from "../domain/delegation.ts";
import { rightsIn } from "../domain/role-book.ts";
import { readRoleBook } from "../queries/find-role-book.ts";

export interface Absence {
  /** Null: an id that nobody could have. */
  readonly delegateId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Somebody says that they will be away, and who gives their approvals meanwhile. Asked twice at once, the second overlaps. */
export function delegateApprovals(
  { db, actor, clock }: ActionContext,
  { delegateId, startsAt, endsAt }: Absence,
): Promise<Result<string, readonly DelegationRefusal[]>> {
  return decideInTransaction<string, readonly DelegationRefusal[]>(db, async (trx) => {
    const { id: staffId } = actor;
    if (staffId === null) return refused([{ code: "NOTHING_TO_HAND_ON" }]);
    const self = await trx
      .selectFrom("staff")
      .select("role")
      .where("id", "=", staffId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow();
    const to = await trx
      .selectFrom("staff")
      .select(["id", "role"])
      .where("id", "=", delegateId)
      .where("active", "=", true)
      .executeTakeFirst();
    const now = clock.now();
    const others = await trx
      .selectFrom("delegation")
      .select(["starts_at as startsAt", "ends_at as endsAt"])
      .where("staff_id", "=", staffId)
      .where("revoked_at", "is", null)
      .where("ends_at", ">", now)
      .execute();
    const book = await readRoleBook(trx);
    const from = { id: staffId, permissions: rightsIn(book, self.role) };
    const standIn = to === undefined ? null : { id: to.id, permissions: rightsIn(book, to.role) };
    const reasons = reasonsAgainstDelegation({ from, to: standIn, startsAt, endsAt, now, others });
    if (reasons.length > 0 || to === undefined) return refused(reasons);
    const id = newId();
    await trx
      .insertInto("delegation")
      .values({ id, staff_id: staffId, delegate_id: to.id, starts_at: startsAt, ends_at: endsAt, created_at: now })
      .execute();
    return done(id);
  });
}

/** Back earlier than thought. Says whether there was anything of theirs to end. */
export async function endDelegation({ db, actor, clock }: ActionContext, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("delegation")
    .set({ revoked_at: clock.now() })
    .where("id", "=", id)
    .where("staff_id", "=", actor.id)
    .where("revoked_at", "is", null)
    .where("ends_at", ">", clock.now())
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
