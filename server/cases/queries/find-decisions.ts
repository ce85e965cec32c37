import { sql } from "kysely";
import { builtOnce, type Given } from "../../platform/database/built-once.ts";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";

export type DecisionRow = Awaited<ReturnType<typeof readLatest>>[number];

const readLatest = builtOnce((db, caseIds: Given<readonly string[]>) =>
  db
    .selectFrom("decision")
    .distinctOn("decision.case_id")
    .select(["id", "case_id", "policy_version_id", "facts", "trace", "choice", "at"])
    .where("case_id", "=", sql<string>`any(${caseIds}::uuid[])`)
    .orderBy("case_id")
    .orderBy("at", "desc")
    .orderBy("id", "desc"),
);

const kept = ["id", "case_id", "policy_version_id", "facts", "outcome", "row_number", "straight_through"] as const;

/** What a case's policy said when something happened to the case, by that event: the latest decision until then. */
export function decisionsAtEvents(db: Db, eventIds: readonly string[]) {
  return db
    .selectFrom("case_event as event")
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("decision")
          .select([...kept, "trace", "choice", "at"])
          .whereRef("decision.case_id", "=", "event.case_id")
          .whereRef("decision.at", "<=", "event.at")
          .orderBy("decision.at", "desc")
          .orderBy("decision.id", "desc")
          .limit(1)
          .as("decision"),
      (join) => join.onTrue(),
    )
    .where("event.id", "=", sql<string>`any(${eventIds}::uuid[])`)
    .selectAll("decision")
    .select("event.id as event_id");
}

/** Null where the policy had said nothing yet. */
export const decisionAtEvent: LoaderOf<{ readonly db: Db }, string, DecisionRow | null> = {
  batch: async ({ db }, eventIds) =>
    inOrder(
      eventIds,
      await decisionsAtEvents(db, eventIds).execute(),
      (row) => row.event_id,
      (row): DecisionRow | null => row,
      null,
    ),
};

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
