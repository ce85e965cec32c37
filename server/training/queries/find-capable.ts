import { sql } from "kysely";
import { deskDay } from "../../kernel/desk-day.ts";
import type { LoaderOf } from "../../platform/loaders.ts";
import type { ActionContext, RequestContext } from "../../request-context.ts";
import { rightsToLend } from "../../staff/domain/delegation.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import { type RoleBook, rightsIn } from "../../staff/domain/role-book.ts";
import { staffRoles } from "../../staff/domain/roles.ts";
import type { StaffRow } from "../../staff/queries/find-staff.ts";
import { permissionsBehind } from "../domain/gates.ts";

/** A few names are a help, a list is not. */
export const mostNames = 5;

export const capableOfCourse: LoaderOf<RequestContext, string, readonly StaffRow[]> = { batch: findCapable };

/**
 * Who else may do what a course opens, by their role or in the place of somebody who is away, and holds a valid record of
 * it now: one statement for all courses that are asked.
 */
export async function findCapable(
  { db, clock, actor }: Pick<ActionContext, "db" | "clock" | "actor">,
  codes: readonly string[],
): Promise<readonly (readonly StaffRow[])[]> {
  const now = clock.now();
  const today = deskDay(now);
  const { rows } = await sql<StaffRow & { readonly code: string; readonly place: number }>`
    select * from (
      select asked.code, staff.id, staff.name, staff.email, staff.role, staff.active,
        row_number() over (partition by asked.code order by staff.name, staff.id)::int as place
      from (select * from jsonb_to_recordset(${JSON.stringify(codes.map((code) => toAsked(code, actor.roles)))}::jsonb) as asked (code text, roles jsonb, lenders jsonb)) asked
      join course on course.code = asked.code
      join staff on staff.active and staff.id is distinct from ${actor.id}::uuid
        and (asked.roles ? staff.role or exists (
          select from delegation join staff away on away.id = delegation.staff_id and away.active
          where delegation.delegate_id = staff.id and delegation.revoked_at is null
            and delegation.starts_at <= ${now} and delegation.ends_at > ${now} and asked.lenders ? away.role))
      where exists (select from training_record record where record.staff_id = staff.id and record.course_id = course.id
        and record.state in ('PASSED', 'WAIVED') and record.valid_from <= ${today}
        and (record.valid_until is null or record.valid_until >= ${today}))
    ) found where place <= ${mostNames} order by code, place`.execute(db);
  return codes.map((code) => rows.filter((row) => row.code === code));
}

function toAsked(code: string, book: RoleBook) {
  const needs = permissionsBehind(code);
  const rolesWith = (rightsOf: (held: ReadonlySet<Permission>) => ReadonlySet<Permission>) =>
    staffRoles.filter((role) => {
      const rights = rightsOf(rightsIn(book, role));
      return needs.some((permission) => rights.has(permission));
    });
  return { code, roles: rolesWith((held) => held), lenders: rolesWith(rightsToLend) };
}
