import type { Db } from "../../platform/database/database.ts";

/** Every role of the staff with what it may do, and how many people at work have it. */
export function findRoles(db: Db) {
  return db
    .selectFrom("role")
    .select((eb) => [
      "name",
      "permissions",
      "version",
      eb
        .selectFrom("staff")
        .select((inner) => inner.fn.countAll<bigint>().as("count"))
        .whereRef("staff.role", "=", "role.name")
        .where("staff.active", "=", true)
        .as("people"),
    ])
    .execute();
}

export type RoleRow = Awaited<ReturnType<typeof findRoles>>[number];
