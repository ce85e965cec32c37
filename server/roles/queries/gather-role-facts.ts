import type { Db } from "../../platform/database/database.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import type { StaffRole } from "../../staff/domain/roles.ts";
import { readRoleBook } from "../../staff/queries/find-role-book.ts";
import { seesCases } from "../../staff/scope.ts";
import type { RoleChangeFacts } from "../domain/role-change.ts";

/** What the rules look at: the roles as they are, and how many people of each are at work. */
export async function gatherRoleFacts(
  db: Db,
  role: StaffRole,
  after: ReadonlySet<Permission>,
): Promise<RoleChangeFacts> {
  const counts = await db
    .selectFrom("staff")
    .select((eb) => ["role", eb.fn.countAll<bigint>().as("count")])
    .where("active", "=", true)
    .groupBy("role")
    .execute();
  const atWork = new Map(counts.map(({ role: one, count }) => [one, Number(count)]));
  return { role, after, book: await readRoleBook(db), seesCases: seesCases(role), atWork };
}
