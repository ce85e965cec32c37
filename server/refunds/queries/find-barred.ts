import { sql } from "kysely";
import type { Barred } from "../../approvals/domain/may-decide.ts";
import { findPaidStaff } from "../../cases/queries/find-paid-staff.ts";
import type { Db } from "../../platform/database/database.ts";
import { takesASide } from "../domain/sides.ts";

/**
 * Who stands on a side of a case, whoever proposed the money that waits: they took one in an earlier round, let a check go,
 * or the money would go to them.
 */
export async function findBarred(db: Db, caseId: string): Promise<readonly Barred[]> {
  const { rows } = await sql<Barred>`
    select distinct actor_id as "staffId", 'DECIDED_THE_CASE' as because from case_event
    where case_id = ${caseId} and actor_id is not null
      and (kind = any(${takesASide}::text[])
        or (kind = 'RECORD_CHECK' and data ->> 'outcome' in ('WAIVED', 'NOT_NEEDED')))`.execute(db);
  return [...rows, ...(await findPaidStaff(db, caseId))];
}
