import type { ActionContext } from "../../request-context.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import { rightsIn } from "../../staff/domain/role-book.ts";
import type { StaffRole } from "../../staff/domain/roles.ts";
import { differenceOf, orphanedBy, type RoleRefusal, reasonsAgainstChange } from "../domain/role-change.ts";
import { findAffected, findLostWork } from "./find-affected.ts";
import { openChangeOfRole } from "./find-role-changes.ts";
import { findRoleDeciders } from "./find-role-deciders.ts";
import { gatherRoleFacts } from "./gather-role-facts.ts";

/** What it would mean, by the same rules that guard the proposal and its agreement. */
export async function previewRoleChange(
  { db, actor, clock }: Pick<ActionContext, "db" | "actor" | "clock">,
  role: StaffRole,
  after: ReadonlySet<Permission>,
) {
  const facts = await gatherRoleFacts(db, role, after);
  const { gains, losses } = differenceOf(rightsIn(facts.book, role), after);
  const [people, work, deciders, [open]] = await Promise.all([
    findAffected(db, role),
    findLostWork(db, role, losses, clock.now()),
    findRoleDeciders(db, facts),
    openChangeOfRole.batch({ db }, [role]),
  ]);
  const able = deciders.filter(({ id, wouldGain }) => id !== actor.id && !wouldGain);
  const reasons: RoleRefusal[] = [...reasonsAgainstChange(facts)];
  if (open != null) reasons.push({ code: "ALREADY_PROPOSED" });
  if (able.length === 0) reasons.push({ code: "NOBODY_CAN_AGREE" });
  return {
    ...{ gains, losses, people, work, reasons },
    count: facts.atWork.get(role) ?? 0,
    orphaned: orphanedBy(facts),
    deciders: able,
  };
}
