import { sql } from "kysely";
import type { Barred } from "../../approvals/domain/may-decide.ts";
import type { Db } from "../../platform/database/database.ts";

/** Whoever of the staff the money of a case would go to: its customer writes from their address. */
export async function findPaidStaff(db: Db, caseId: string): Promise<readonly Barred[]> {
  const { rows } = await sql<Barred>`
    select staff.id as "staffId", 'WOULD_BE_PAID' as because from cases
    join customer on customer.id = cases.customer_id
    join staff on staff.email = lower(customer.email)
    where cases.id = ${caseId}`.execute(db);
  return rows;
}
