import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { changesBetween, isRegistryNumber, type NamesOf, type RegistryRefusal } from "../domain/registry.ts";
import type { RegistryFailure } from "./change-merchant.ts";
import { writeRegistryEvent } from "./write-registry-event.ts";

/** Registers a bank. Its code is what files call it: sent twice, the second is told. */
export function addInstitution(
  ctx: ActionContext,
  { code, name, nameZh }: NamesOf & { readonly code: string },
): Promise<Result<string, readonly RegistryRefusal[]>> {
  return decideInTransaction<string, readonly RegistryRefusal[]>(ctx.db, async (db) => {
    if (!isRegistryNumber(code)) return refused([{ code: "CODE_UNUSABLE" }]);
    const [id, at] = [newId(), ctx.clock.now()];
    const added = await db
      .insertInto("institution")
      .values({ id, code, name, name_zh: nameZh, created_at: at })
      .onConflict((conflict) => conflict.column("code").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (added === undefined) return refused([{ code: "CODE_TAKEN" }]);
    await writeRegistryEvent(db, { of: { institutionId: id }, kind: "ADDED", actorId: ctx.actor.id, at });
    return done(id);
  });
}

export interface ChangeInstitution extends NamesOf {
  /** Null: an id that nothing could have. */
  readonly institutionId: string | null;
  readonly expectedVersion: number;
  readonly reason: string | null;
}

/** Names only: the code is how files find the bank, and never changes. */
export function changeInstitution(
  ctx: ActionContext,
  { institutionId, expectedVersion, reason, name, nameZh }: ChangeInstitution,
): Promise<Result<string, RegistryFailure>> {
  return decideInTransaction<string, RegistryFailure>(ctx.db, async (db) => {
    const row =
      institutionId === null
        ? undefined
        : await db
            .selectFrom("institution")
            .select(["id", "name", "name_zh", "version"])
            .where("id", "=", institutionId)
            .forUpdate()
            .executeTakeFirst();
    if (row === undefined) return refused({ kind: "NOT_FOUND" });
    if (row.version !== expectedVersion) return refused({ kind: "STALE" });
    const changes = changesBetween({ name: row.name, nameZh: row.name_zh }, { name, nameZh });
    if (changes.length === 0) return refused({ kind: "REFUSED", reasons: [{ code: "NOTHING_CHANGES" }] });
    await db
      .updateTable("institution")
      .set((eb) => ({ name, name_zh: nameZh, version: eb("version", "+", 1) }))
      .where("id", "=", row.id)
      .execute();
    await writeRegistryEvent(db, {
      ...{ of: { institutionId: row.id }, kind: "CHANGED", actorId: ctx.actor.id },
      ...{ changes, reason, at: ctx.clock.now() },
    });
    return done(row.id);
  });
}
