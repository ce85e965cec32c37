import { sql } from "kysely";
import { deskDay } from "../../kernel/desk-day.ts";
import type { LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import { type Permission, rolePermissions } from "../../staff/domain/permissions.ts";
import { staffRoles } from "../../staff/domain/roles.ts";
import type { StaffRow } from "../../staff/queries/find-staff.ts";
import { permissionsBehind } from "../domain/gates.ts";

/** A few names are a help, a list is not. */
const mostNames = 5;

/** Who else may do what a course opens, and holds a valid record of it now: one statement for all courses that are asked. */
export const capableOfCourse: LoaderOf<RequestContext, string, readonly StaffRow[]> = {
  batch: async ({ db, clock, actor }, codes) => {
    const today = deskDay(clock.now());
    const { rows } = await sql<StaffRow & { readonly code: string; readonly place: number }>`
      select * from (
        select asked.code, staff.id, staff.name, staff.email, staff.role, staff.active,
          row_number() over (partition by asked.code order by staff.name, staff.id)::int as place
        from (select * from jsonb_to_recordset(${JSON.stringify(codes.map(toAsked))}::jsonb) as asked (code text, roles jsonb)) asked
        join course on course.code = asked.code
        join staff on staff.active and asked.roles ? staff.role and staff.id is distinct from ${actor.id}::uuid
        where exists (select from training_record record where record.staff_id = staff.id and record.course_id = course.id
          and record.state in ('PASSED', 'WAIVED') and record.valid_from <= ${today}
          and (record.valid_until is null or record.valid_until >= ${today}))
      ) found where place <= ${mostNames} order by code, place`.execute(db);
    return codes.map((code) => rows.filter((row) => row.code === code));
  },
};

function toAsked(code: string) {
  const needs = permissionsBehind(code);
  const may = (permissions: readonly Permission[]) => needs.some((permission) => permissions.includes(permission));
  return { code, roles: staffRoles.filter((role) => may(rolePermissions[role])) };
}
