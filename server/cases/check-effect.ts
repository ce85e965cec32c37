import type { Db } from "../platform/database/database.ts";
import type { Effect } from "./case-features.ts";
import { basisOf } from "./domain/derive-checks.ts";
import { gatherCheckSources } from "./queries/gather-check-sources.ts";

/** Writes what a person found, with the fact that it rests on: as long as that stays the same, data does not overrule them. */
export const recordCheck: Effect = async ({ ctx, db, facts, move }) => {
  if (move.action !== "RECORD_CHECK") throw new Error(`${move.action} records no check`);
  const { check: kind, outcome, reason, approvalId } = move.input;
  if (approvalId !== undefined) await expectGranted(db, facts.caseId, approvalId);
  const { sources } = await gatherCheckSources(db, facts.caseId, facts.now);
  const found = {
    outcome,
    automatic: false,
    basis: basisOf(kind, sources),
    by_id: ctx.actor.id,
    reason,
    at: facts.now,
  };
  await db
    .insertInto("case_check")
    .values({ case_id: facts.caseId, kind, ...found })
    .onConflict((conflict) => conflict.columns(["case_id", "kind"]).doUpdateSet(found))
    .execute();
  return [];
};

/** What lets a check go is a request of this very case that others have agreed to; anything else is a bug. */
async function expectGranted(db: Db, caseId: string, approvalId: string): Promise<void> {
  const granted = await db
    .selectFrom("approval_request")
    .select("id")
    .where("id", "=", approvalId)
    .where("case_id", "=", caseId)
    .where("subject_kind", "=", "CHECK_WAIVER")
    .where("state", "=", "GRANTED")
    .executeTakeFirst();
  if (granted === undefined) throw new Error(`Approval ${approvalId} lets no check of case ${caseId} go`);
}
