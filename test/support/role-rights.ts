import type { Permission } from "../../server/staff/domain/permissions.ts";
import type { StaffRole } from "../../server/staff/domain/roles.ts";
import type { TestApi } from "./api.ts";

/** What a role may do from now on, as if two people had agreed to it. */
export async function giveRights({ house }: TestApi, role: StaffRole, permissions: readonly Permission[]) {
  await house.db
    .updateTable("role")
    .set((eb) => ({ permissions: [...permissions], version: eb("version", "+", 1) }))
    .where("name", "=", role)
    .execute();
}
