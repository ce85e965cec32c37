import { type RawBuilder, sql } from "kysely";
import { rightsToLend, type StandIn } from "../domain/delegation.ts";
import { type RoleBook, rightsIn } from "../domain/role-book.ts";
import type { StaffRole } from "../domain/roles.ts";

export interface AwayJson {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
}

/** For whom the row `staff` stands in at that time, as SQL that gives JSON: part of asking who somebody is. */
export function standInsSql(at: string): string {
  return `(
    select coalesce(jsonb_agg(jsonb_build_object('id', away.id, 'name', away.name, 'role', away.role) order by delegation.id), '[]')
    from delegation join staff away on away.id = delegation.staff_id and away.active
    where delegation.delegate_id = staff.id and delegation.revoked_at is null
      and delegation.starts_at <= ${at} and delegation.ends_at > ${at})`;
}

export function standInsOn(at: Date): RawBuilder<readonly AwayJson[]> {
  const [before = "", middle = "", after = ""] = standInsSql("\u0000").split("\u0000");
  return sql<readonly AwayJson[]>`${sql.raw(before)}${at}${sql.raw(middle)}${at}${sql.raw(after)}`;
}

/** Only what they hold by their role: a right that was lent to somebody is not theirs to lend. */
export function toStandIn({ id, name, role }: AwayJson, roles: RoleBook): StandIn {
  return { staffId: id, name, rights: rightsToLend(rightsIn(roles, role)) };
}
