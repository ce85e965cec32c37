import type { Effect } from "./case-features.ts";

/**
 * A case is given only to somebody who is there and can work it. Whoever leaves or moves is locked for that, and then gives
 * away what they have: so one of the two waits, and sees what the other did.
 */
export const checkAssignee: Effect = async ({ db, move, facts, record }) => {
  if (move.action !== "ASSIGN") return [];
  if (facts.assigneeId !== null) record({ fromAssigneeId: facts.assigneeId });
  if (move.input.assigneeId === null) return [];
  const member = await db
    .selectFrom("staff")
    .innerJoin("role", "role.name", "staff.role")
    .select(["active", "permissions"])
    .where("staff.id", "=", move.input.assigneeId)
    .forKeyShare("staff")
    .executeTakeFirst();
  if (member === undefined || !member.active) return [{ code: "UNKNOWN_STAFF" }];
  return member.permissions.includes("case.work") ? [] : [{ code: "ASSIGNEE_CANNOT_WORK" }];
};
