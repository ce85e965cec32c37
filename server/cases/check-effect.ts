import type { Effect } from "./case-features.ts";
import { basisOf } from "./domain/derive-checks.ts";
import { gatherCheckSources } from "./queries/gather-check-sources.ts";

/** Writes what a person found, with the fact that it rests on: as long as that stays the same, data does not overrule them. */
export const recordCheck: Effect = async ({ ctx, db, facts, move }) => {
  if (move.action !== "RECORD_CHECK") throw new Error(`${move.action} records no check`);
  const { check: kind, outcome, reason } = move.input;
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
