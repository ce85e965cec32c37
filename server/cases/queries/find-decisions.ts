import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";

export type DecisionRow = Awaited<ReturnType<typeof readLatest>>[number];

function readLatest(db: Db, caseIds: readonly string[]) {
  return db
    .selectFrom("decision")
    .distinctOn("decision.case_id")
    .select(["id", "case_id", "policy_version_id", "facts", "trace", "choice", "at"])
    .where("case_id", "=", sql<string>`any(${caseIds}::uuid[])`)
    .orderBy("case_id")
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute();
}

/** What the policy said of a case last, null while it has said nothing. */
export const latestDecisionOfCase: LoaderOf<{ readonly db: Db }, string, DecisionRow | null> = {
  batch: async ({ db }, caseIds) =>
    inOrder(
      caseIds,
      await readLatest(db, caseIds),
      (row) => row.case_id,
      (row): DecisionRow | null => row,
      null,
    ),
};
