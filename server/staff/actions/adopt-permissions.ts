import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { builtInPermissions, type Permission, permissions } from "../domain/permissions.ts";
import { type StaffRole, staffRoles } from "../domain/roles.ts";

/**
 * Brings the desk's roles to the rights that this release knows: a right that is new begins where the built-in table has it,
 * one that is gone leaves every role, and whatever an administrator has changed stays as it is.
 */
export async function adoptPermissions(db: Db, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const rows = await trx.selectFrom("role").select(["name", "permissions"]).orderBy("name").forUpdate().execute();
    const seen = new Set((await trx.selectFrom("known_permission").select("name").execute()).map(({ name }) => name));
    const fresh = new Set(permissions.filter((permission) => !seen.has(permission)));
    const held = new Map(rows.map((row) => [row.name, row.permissions]));
    for (const role of staffRoles) {
      const before = held.get(role) ?? null;
      const after = adopted(role, before, fresh);
      if (before === null || before.length !== after.length) await writeRole(trx, role, after, now);
      else if (after.some((right) => !before.includes(right))) await writeRole(trx, role, after, now);
    }
    if (fresh.size === 0) return;
    await trx
      .insertInto("known_permission")
      .values([...fresh].map((name) => ({ name })))
      .execute();
  });
}

/** In the order of the house's own list, so that the same rights are always the same row. */
function adopted(role: StaffRole, before: readonly Permission[] | null, fresh: ReadonlySet<Permission>): Permission[] {
  const builtIn = new Set(builtInPermissions[role]);
  const kept = new Set(before ?? builtIn);
  return permissions.filter((right) => kept.has(right) || (fresh.has(right) && builtIn.has(right)));
}

async function writeRole(db: Db, name: StaffRole, rights: Permission[], now: Date): Promise<void> {
  await db
    .insertInto("role")
    .values({ name, permissions: rights, changed_at: now })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet({ permissions: rights, changed_at: now, version: sql`role.version + 1` }),
    )
    .execute();
}
