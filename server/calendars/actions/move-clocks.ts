import { sql } from "kysely";
import { announceCases } from "../../cases/actions/announce-case.ts";
import type { Db } from "../../platform/database/database.ts";
import type { CorrectionPlan } from "../domain/plan-correction.ts";

/** Writes the later ends, in as many statements for one clock as for a thousand. */
export async function moveClocks(db: Db, { later, cases }: CorrectionPlan): Promise<void> {
  if (later.length === 0) return;
  await sql`
    update case_clock set due_at = moved.due_at
    from unnest(${later.map(({ clock }) => clock.id)}::uuid[], ${later.map(({ to }) => to)}::timestamptz[]) as moved (id, due_at)
    where case_clock.id = moved.id
  `.execute(db);
  const { rows } = await sql<{ caseId: string; version: number }>`
    update cases set due_at = moved.due_at, version = cases.version + 1
    from unnest(${cases.map(({ caseId }) => caseId)}::uuid[], ${cases.map(({ dueAt }) => dueAt)}::timestamptz[]) as moved (id, due_at)
    where cases.id = moved.id
    returning cases.id as "caseId", cases.version
  `.execute(db);
  await announceCases(db, rows);
}
