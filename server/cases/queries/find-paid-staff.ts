import { type RawBuilder, sql } from "kysely";
import type { Barred } from "../../approvals/domain/may-decide.ts";
import type { Db } from "../../platform/database/database.ts";

/** Whoever of the staff the money of the row `cases` would go to: its customer writes from their address. */
export const paidStaffIds: RawBuilder<readonly string[]> = sql`array(
  select staff.id from customer join staff on staff.email = lower(customer.email) where customer.id = cases.customer_id)`;

export async function findPaidStaff(db: Db, caseId: string): Promise<readonly Barred[]> {
  const { rows } = await sql<Barred>`
    select unnest(${paidStaffIds}) as "staffId", 'WOULD_BE_PAID' as because from cases
    where cases.id = ${caseId}`.execute(db);
  return rows;
}
