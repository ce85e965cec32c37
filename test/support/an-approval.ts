import type { ApprovalFacts } from "../../server/approvals/domain/may-decide.ts";
import type { Actor } from "../../server/staff/domain/actor.ts";
import { rightsToLend, type StandIn } from "../../server/staff/domain/delegation.ts";
import { builtInRights } from "../../server/staff/domain/role-book.ts";
import type { StaffRole } from "../../server/staff/domain/roles.ts";
import { anActor, ids, later } from "./a-case.ts";

/** An agent's proposal that waits for a supervisor: a request on which everything is allowed. */
export function anApproval(change: Partial<ApprovalFacts> = {}): ApprovalFacts {
  return {
    state: "OPEN",
    proposerId: ids.agent,
    barred: [],
    agreedIds: [],
    missing: ["approval.first"],
    expiresAt: later(7),
    ...change,
  };
}

/** A colleague of this role who is away. */
export function awayAs(role: StaffRole, staffId: string, name = "陈静"): StandIn {
  return { staffId, name, rights: rightsToLend(builtInRights(role)) };
}

export const anApprover = (change: Partial<Actor> = {}): Actor => anActor("SUPERVISOR", change);
