import { sql } from "kysely";
import type { Barred } from "../../approvals/domain/may-decide.ts";
import type { Db } from "../../platform/database/database.ts";

/**
 * Who stands on a side of a case, whoever proposed the money: they let a check go or declined the request before, or the
 * money would go to them (the customer writes from their address).
 */
export async function findBarred(db: Db, caseId: string): Promise<readonly Barred[]> {
  const { rows } = await sql<Barred>`
    select distinct actor_id as "staffId", 'DECIDED_THE_CASE' as because from case_event
    where case_id = ${caseId} and actor_id is not null
      and (kind = 'DECLINE_REQUEST' or (kind = 'RECORD_CHECK' and data ->> 'outcome' in ('WAIVED', 'NOT_NEEDED')))
    union
    select staff.id, 'WOULD_BE_PAID' from cases
    join customer on customer.id = cases.customer_id
    join staff on staff.email = lower(customer.email)
    where cases.id = ${caseId}`.execute(db);
  return rows;
}
