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
  const steps = await db
    .selectFrom("case_event")
    .where("case_id", "=", caseId)
    .where("actor_id", "is not", null)
    .select(["kind", "actor_id as staffId", sql<string | null>`data ->> 'outcome'`.as("outcome")])
    .execute();
  const onASide = new Set(steps.flatMap((step) => (takesASide(step) ? (step.staffId ?? []) : [])));
  const barred = [...onASide].map((staffId) => ({ staffId, because: "DECIDED_THE_CASE" as const }));
  return [...barred, ...(await findPaidStaff(db, caseId))];
}
