import { type RawBuilder, sql } from "kysely";
import type { Barred } from "../../approvals/domain/may-decide.ts";

/** Whoever is in the role that the request `approval_request` would give more: also those who came into it since it was asked. */
export const gainingNow: RawBuilder<readonly Barred[]> = sql`(
  select jsonb_agg(jsonb_build_object('staffId', staff.id, 'because', 'WOULD_GAIN') order by staff.id)
  from role_change change join role on role.name = change.role join staff on staff.role = change.role
  where change.id = approval_request.subject_id and staff.active and not change.after <@ role.permissions)`;
