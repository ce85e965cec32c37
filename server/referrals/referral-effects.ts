import type { CaseFeatures, Effect, EffectStep } from "../cases/case-features.ts";
import { newId } from "../kernel/ids.ts";
import { isOneOf } from "../platform/one-of.ts";
import { findAgency } from "./domain/agencies.ts";
import { clocksOfStep } from "./domain/clocks-of-step.ts";
import { referralEndings, referralSteps, stepName } from "./domain/referral-machine.ts";
import { agencyOutcomes, referralSteps as stepWords } from "./domain/words.ts";

/** A complaint is lodged: its row, and the clock in which the agency says whether it takes the matter on. */
const lodgeReferral: Effect = async (step) => {
  const { db, facts, move, ctx } = step;
  if (move.action !== "REFER_TO_AGENCY") return [];
  const agency = findAgency(move.input.agency);
  if (agency === null) return [{ code: "STEP_NOT_OPEN", step: `agency ${move.input.agency}` }];
  const id = newId();
  await db
    .insertInto("referral")
    .values({ id, case_id: facts.caseId, agency: agency.code, state: "LODGED", lodged_at: ctx.clock.now() })
    .execute();
  if (agency.clockOnLodging !== null) step.startClock(agency.clockOnLodging);
  step.record({ referralId: id });
  return [];
};

/** The agency acknowledges, mediates or hands on; its own number is kept when it gives one. */
const advanceReferral: Effect = async (step) => {
  const { move } = step;
  if (move.action !== "ADVANCE_REFERRAL") return [];
  const { detail } = move.input;
  const word = move.input.step.replace("referral:", "");
  if (!isOneOf(stepWords, word)) return [{ code: "STEP_NOT_OPEN", step: move.input.step }];
  const found = await openReferral(step);
  const { to } = referralSteps[word];
  const reference = typeof detail["reference"] === "string" ? detail["reference"] : found.reference;
  await step.db.updateTable("referral").set({ state: to, reference }).where("id", "=", found.id).execute();
  const clocks = clocksOfStep(findAgency(found.agency), to);
  for (const rule of clocks?.ends ?? []) step.endClock(rule);
  if (clocks?.starts != null) step.startClock(clocks.starts);
  step.record({ referralId: found.id, from: found.state, to });
  return [];
};

/** The agency is done. Whether its outcome can follow the state is said by the machine, as for every step. */
const endReferral: Effect = async (step) => {
  const { facts, move, ctx } = step;
  if (move.action !== "RECORD_AGENCY_OUTCOME") return [];
  const outcome = move.input.detail["outcome"];
  if (typeof outcome !== "string" || !isOneOf(agencyOutcomes, outcome))
    throw new Error("An agency's outcome came without its word");
  if (!facts.openSteps.has(stepName(outcome))) return [{ code: "STEP_NOT_OPEN", step: stepName(outcome) }];
  const found = await openReferral(step);
  const { state } = referralEndings[outcome];
  await step.db
    .updateTable("referral")
    .set({ state, outcome, ended_at: ctx.clock.now() })
    .where("id", "=", found.id)
    .execute();
  step.record({ referralId: found.id, from: found.state, to: state });
  return [];
};

const withdrawReferral: Effect = async ({ db, facts, ctx }) => {
  await db
    .updateTable("referral")
    .set({ state: "WITHDRAWN", ended_at: ctx.clock.now() })
    .where("case_id", "=", facts.caseId)
    .where("ended_at", "is", null)
    .execute();
  return [];
};

function openReferral({ db, facts }: EffectStep) {
  return db
    .selectFrom("referral")
    .select(["id", "agency", "state", "reference"])
    .where("case_id", "=", facts.caseId)
    .where("ended_at", "is", null)
    .orderBy("lodged_at", "desc")
    .executeTakeFirstOrThrow();
}

export const referralEffects = {
  LODGE_REFERRAL: lodgeReferral,
  ADVANCE_REFERRAL: advanceReferral,
  END_REFERRAL: endReferral,
  WITHDRAW_REFERRAL: withdrawReferral,
} satisfies Partial<CaseFeatures["effects"]>;
