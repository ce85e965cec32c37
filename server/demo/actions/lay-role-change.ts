import { derivedId } from "../../platform/derived-id.ts";
import type { House } from "../../request-context.ts";
import { proposeRoleChange } from "../../roles/actions/propose-role-change.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import { findStaffActor } from "../../staff/queries/find-actor.ts";

const [role, gain] = ["TRAINER", "audit.read"] as const satisfies readonly [string, Permission];
const reason = "培训师需要查阅日志，核对人员和角色变动后由谁补训";

/** What the administrator has proposed, so that compliance has a change of a role to look at. */
export async function layRoleChange(house: House, administratorId: string): Promise<void> {
  const actor = await findStaffActor(house.db, administratorId, house.clock.now());
  if (actor === null) throw new Error("The demo's administrator is not there");
  const { version, permissions } = await house.db
    .selectFrom("role")
    .select(["version", "permissions"])
    .where("name", "=", role)
    .executeTakeFirstOrThrow();
  const proposed = await proposeRoleChange(
    { ...house, actor, locale: "zh-CN" },
    {
      ...{ role, reason, expectedVersion: version, key: derivedId("demo role change", role) },
      permissions: [...permissions, gain],
    },
  );
  if (!proposed.ok) throw new Error(`The demo's change of a role was refused: ${JSON.stringify(proposed.error)}`);
}
