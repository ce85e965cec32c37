import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { delegableRights } from "../../staff/domain/delegation.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import type { StaffRole } from "../../staff/domain/roles.ts";
import type { StaffRow } from "../../staff/queries/find-staff.ts";

/** So many are named; of a large role the number says more than a list. */
const mostNames = 50;

/** Who at work has the role, by name. */
export function findAffected(db: Db, role: StaffRole): Promise<StaffRow[]> {
  return db
    .selectFrom("staff")
    .select(["id", "name", "email", "role", "active"])
    .where("role", "=", role)
    .where("active", "=", true)
    .orderBy("name")
    .orderBy("id")
    .limit(mostNames)
    .execute();
}

/** Open work that hangs on rights which a role would lose. */
export const roleWorkKinds = ["ASSIGNED_CASES", "WAITING_APPROVALS", "ABSENCES"] as const;
export type RoleWorkKind = (typeof roleWorkKinds)[number];

export interface RoleWork {
  readonly kind: RoleWorkKind;
  readonly count: number;
}

/** In one statement: cases given to people of the role, requests that wait for a right it loses, and absences that lend one. */
export async function findLostWork(
  db: Db,
  role: StaffRole,
  losses: readonly Permission[],
  now: Date,
): Promise<readonly RoleWork[]> {
  const lent = delegableRights.some((right) => losses.includes(right));
  const { rows } = await sql<{ cases: number; approvals: number; absences: number }>`
    select
      (select count(*)::int from cases join staff on staff.id = cases.assignee_id
        where ${losses.includes("case.work")} and staff.role = ${role} and cases.closed_at is null) as cases,
      (select count(*)::int from approval_request
        where state = 'OPEN' and missing[1] = any(${[...losses]}::text[])) as approvals,
      (select count(*)::int from delegation join staff on staff.id = delegation.staff_id
        where ${lent} and staff.role = ${role} and revoked_at is null and ends_at > ${now}) as absences`.execute(db);
  const [{ cases, approvals, absences } = { cases: 0, approvals: 0, absences: 0 }] = rows;
  const work: readonly RoleWork[] = [
    { kind: "ASSIGNED_CASES", count: cases },
    { kind: "WAITING_APPROVALS", count: approvals },
    { kind: "ABSENCES", count: absences },
  ];
  return work.filter(({ count }) => count > 0);
}
