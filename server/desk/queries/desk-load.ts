import { sql } from "kysely";
import { endOfSpan } from "../../cases/domain/due-within.ts";
import type { Db } from "../../platform/database/database.ts";
import type { StaffRole } from "../../staff/domain/roles.ts";

export interface AgentLoad {
  readonly staff_id: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: StaffRole | null;
  readonly active: boolean | null;
  /** They are at work, and their role works cases. */
  readonly takes_work: boolean;
  /** Who stands in for them at this moment; null while they are not away. */
  readonly stand_in_id: string | null;
  readonly open: number;
  readonly overdue: number;
  readonly due_today: number;
  readonly average_age_hours: number | null;
  readonly money: readonly { readonly currency: string; readonly minor: string }[];
}

/** What each person of the desk has in hand, and what nobody has: one statement over the open cases, whatever their number. */
export async function deskLoad(db: Db, now: Date): Promise<readonly AgentLoad[]> {
  // The same night as the queue's: most clocks run out at the last moment of their day.
  const tonight = endOfSpan("TODAY", now);
  const { rows } = await sql<AgentLoad>`
    with sums as (
      select assignee_id, currency, count(*)::int as open,
        count(*) filter (where due_at < ${now})::int as overdue,
        count(*) filter (where due_at < ${tonight})::int as due_today,
        sum(extract(epoch from ${now}::timestamptz - opened_at)) as age_seconds, sum(amount_minor)::text as minor
      from cases where closed_at is null group by assignee_id, currency
    ), loads as (
      select assignee_id, sum(open)::int as open, sum(overdue)::int as overdue, sum(due_today)::int as due_today,
        (sum(age_seconds) / sum(open) / 3600)::float8 as average_age_hours,
        jsonb_agg(jsonb_build_object('currency', currency, 'minor', minor) order by currency) as money
      from sums group by assignee_id
    )
    select staff.id as staff_id, staff.name, staff.email, staff.role, staff.active,
      coalesce(staff.active and staff.works, false) as takes_work,
      (select d.delegate_id from delegation d where d.staff_id = staff.id and d.revoked_at is null
        and d.starts_at <= ${now} and d.ends_at > ${now} order by d.id limit 1) as stand_in_id,
      coalesce(loads.open, 0) as open, coalesce(loads.overdue, 0) as overdue, coalesce(loads.due_today, 0) as due_today,
      loads.average_age_hours, coalesce(loads.money, '[]') as money
    from (
      select member.*, 'case.work' = any(role.permissions) as works from staff member join role on role.name = member.role
    ) staff
    full join loads on loads.assignee_id = staff.id
    where loads.open > 0 or (staff.active and staff.works)
    order by staff.id is null desc, coalesce(loads.overdue, 0) desc, coalesce(loads.open, 0) desc, staff.name, staff.id
    limit 200`.execute(db);
  return rows;
}
