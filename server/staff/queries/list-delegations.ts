import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";

export type DelegationRow = Awaited<ReturnType<typeof listDelegations>>[number];

/** A desk has few who are away at once; the rest of a longer list is ahead. */
const most = 100;

/** Who stands in for whom, now or soon, by when it begins. */
export function listDelegations(db: Db, now: Date) {
  return selectDelegations(db)
    .where("ends_at", ">", now)
    .where("revoked_at", "is", null)
    .orderBy("starts_at")
    .orderBy("id")
    .limit(most)
    .execute();
}

/** The absence of somebody that is in force at this moment; no two of one person's overlap. */
export const absenceOf: LoaderOf<{ readonly db: Db; readonly clock: { now(): Date } }, string, DelegationRow | null> = {
  batch: async ({ db, clock }, ids) =>
    inOrder(
      ids,
      await selectDelegations(db)
        .where("staff_id", "=", sql<string>`any(${ids}::uuid[])`)
        .where("revoked_at", "is", null)
        .where("starts_at", "<=", clock.now())
        .where("ends_at", ">", clock.now())
        .execute(),
      (row) => row.staff_id,
      (row): DelegationRow | null => row,
      null,
    ),
};

export function findDelegation(db: Db, id: string) {
  return selectDelegations(db).where("id", "=", id).executeTakeFirst();
}

function selectDelegations(db: Db) {
  return db.selectFrom("delegation").select(["id", "staff_id", "delegate_id", "starts_at", "ends_at"]);
}
