import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { type RoleBook, roleBook } from "../domain/role-book.ts";

/** Grows with every change of any role, since versions only rise and no role is ever removed. */
export const roleRevisionSql = "(select sum(role.version)::int from role)";
export const roleRevision: RawBuilder<number> = sql<number>`${sql.raw(roleRevisionSql)}`;

const known = new WeakMap<Db, RoleBook>();

/**
 * The book at a revision that the caller has just read with something else. It is kept while the revision stays the same, so
 * it costs a statement only after a change, and no request ever goes by an older one, in whichever process it lands.
 */
export async function bookAt(db: Db, revision: number): Promise<RoleBook> {
  const kept = known.get(db);
  if (kept !== undefined && kept.revision === revision) return kept;
  const fresh = await readRoleBook(db);
  known.set(db, fresh);
  return fresh;
}

/** The book as it stands now, in the caller's transaction where it has one. */
export async function readRoleBook(db: Db): Promise<RoleBook> {
  const rows = await db.selectFrom("role").select(["name", "permissions", "version"]).execute();
  const revision = rows.reduce((sum, { version }) => sum + version, 0);
  return roleBook(
    revision,
    rows.map(({ name, permissions }) => [name, permissions]),
  );
}
