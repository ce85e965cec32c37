import { findMember } from "../staff/queries/lock-member.ts";
import type { Effect } from "./case-features.ts";

// The door has locked whoever is asked about here before the case (`holdAssignees`): at the version that was named, the case's
// assignee is who it was then.

/** A case is given only to somebody who is there and can work it. */
export const checkAssignee: Effect = async ({ db, move, facts, record }) => {
  if (move.action !== "ASSIGN") return [];
  if (facts.assigneeId !== null) record({ fromAssigneeId: facts.assigneeId });
  if (move.input.assigneeId === null) return [];
  const member = await findMember(db, move.input.assigneeId);
  if (member === undefined || !member.active) return [{ code: "UNKNOWN_STAFF" }];
  return member.permissions.includes("case.work") ? [] : [{ code: "ASSIGNEE_CANNOT_WORK" }];
};

/** Whoever leaves gives away what is open, and not what is closed: a case that is opened again is theirs only while they can work it. */
export const releaseGoneAssignee: Effect = async ({ db, facts, patch, record }) => {
  if (facts.assigneeId === null) return [];
  const member = await findMember(db, facts.assigneeId);
  if (member?.active === true && member.permissions.includes("case.work")) return [];
  record({ fromAssigneeId: facts.assigneeId });
  patch({ assignee_id: null });
  return [];
};
