import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { StaffRole } from "../../staff/domain/roles.ts";

function selectChanges(db: Db) {
  return db.selectFrom("role_change").selectAll();
}

export type RoleChangeRow = Awaited<ReturnType<ReturnType<typeof selectChanges>["execute"]>>[number];

/** The latest first. */
export function listRoleChanges(db: Db, most: number): Promise<RoleChangeRow[]> {
  return selectChanges(db).orderBy("proposed_at", "desc").orderBy("role_change.id", "desc").limit(most).execute();
}

export function findRoleChange(db: Db, id: string): Promise<RoleChangeRow | undefined> {
  return selectChanges(db).where("role_change.id", "=", id).executeTakeFirst();
}

type Asking = { readonly db: Db };

export const roleChangeById: LoaderOf<Asking, string, RoleChangeRow | null> = {
  batch: async ({ db }, ids) =>
    inOrder(
      ids,
      await selectChanges(db).where("role_change.id", "=", sql<string>`any(${ids}::uuid[])`).execute(),
      (row) => row.id,
      (row): RoleChangeRow | null => row,
      null,
    ),
};

/** What waits for approval on a role. */
export const openChangeOfRole: LoaderOf<Asking, StaffRole, RoleChangeRow | null> = {
  batch: async ({ db }, roles) =>
    inOrder(
      roles,
      await selectChanges(db)
        .where("role_change.state", "=", "PROPOSED")
        .where("role_change.role", "=", sql<StaffRole>`any(${roles}::text[])`)
        .execute(),
      (row) => row.role,
      (row): RoleChangeRow | null => row,
      null,
    ),
};
