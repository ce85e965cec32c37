import type { CaseFeatures, Effect, EffectStep } from "../cases/case-features.ts";
import type { Detail } from "../cases/domain/action-input.ts";
import { leftOfClaim } from "../cases/domain/left-of-claim.ts";
import type { Refusal } from "../cases/domain/refusal.ts";
import type { CardNetwork } from "../transactions/domain/words.ts";
import { issuerOfNetwork } from "./actions/issuer-of-network.ts";
import { holdForBank, keepForBank } from "./actions/move-dispute-money.ts";
import { insertDispute, type NewDispute } from "./actions/open-dispute.ts";
import { readNotice } from "./domain/bank-notice.ts";
import { clockOfDispute, clockOnArrival } from "./domain/dispute-clock.ts";
import { openSteps, turnIn } from "./domain/dispute-machine.ts";
import { findReasonCode, packOf, workflowOf } from "./domain/packs.ts";
import { rulings, rulingsOpen, stateAfterRuling } from "./domain/rulings.ts";
import { readStepName } from "./domain/step-name.ts";
import { type BankRuling, bankRulings } from "./domain/words.ts";
import { type DisputeRow, findLatestDispute } from "./queries/find-dispute.ts";

/** The desk takes a case to the bank, or the bank's own notice reaches a case that is under way. */
const open: Effect = async (step) => {
  const { move, ctx, facts, transactionId } = step;
  if (transactionId === null) return [{ code: "NO_TRANSACTION" }];
  if (move.action === "JOIN_DISPUTE") {
    const notice = readNotice(move.input.dispute);
    return begin(step, {
      ...notice,
      caseId: facts.caseId,
      transactionId,
      reasonText: move.input.message,
      amount: move.input.amount,
    });
  }
  if (move.action !== "ESCALATE_TO_BANK") throw new Error(`${move.action} opens no dispute`);
  const { reasonCode } = move.input;
  const network = await networkOf(step, transactionId);
  if (packOf(network) !== null && findReasonCode(network, reasonCode) === null) {
    return [{ code: "UNKNOWN_REASON_CODE", network, reasonCode }];
  }
  return begin(step, {
    caseId: facts.caseId,
    transactionId,
    reference: null,
    cycle: 1,
    network,
    reasonCode,
    reasonText: null,
    state: "NOTIFIED",
    amount: leftOfClaim(facts),
    openedAt: ctx.clock.now(),
    respondBy: null,
  });
};

async function begin(step: EffectStep, dispute: NewDispute): Promise<readonly Refusal[]> {
  const { network, reasonCode, state } = dispute;
  step.patch({ institution_id: await issuerOfNetwork(step.db, network, step.ctx.clock.now()) });
  const { id, moneyTaken } = await insertDispute(step.db, dispute);
  const clock = clockOnArrival(dispute);
  if (clock !== null) step.startClock(clock.rule, clock.dueAt ?? undefined, clock.since ?? undefined);
  step.waitFor(turnIn(state, workflowOf(network, reasonCode)));
  step.record({ disputeId: id, network, reasonCode, disputeState: state, moneyTaken });
  return [];
}

/**
 * The bank's number for a dispute that the desk took to it. While the bank had not said anything yet, its word also says
 * under which code and over how much it runs; what stood before is kept in the event. One that has another number by now,
 * or is over, is not meant.
 */
const adopt: Effect = async (step) => {
  const { move, db } = step;
  if (move.action !== "ADOPT_DISPUTE") throw new Error(`${move.action} names no dispute`);
  const { disputeId, reference, cycle, said, message } = move.input;
  const dispute = await disputeMeant(step, { disputeId });
  if (dispute === undefined || dispute.closed_at !== null || dispute.reference !== null) return [notOpen("ADOPT")];
  const before = {
    reasonCode: dispute.reason_code,
    amount: { minor: dispute.amount_minor, currency: dispute.currency },
  };
  const after = dispute.state === "NOTIFIED" ? said : before;
  await db
    .updateTable("dispute")
    .set({ reference, cycle, reason_text: message, reason_code: after.reasonCode, amount_minor: after.amount.minor })
    .where("id", "=", dispute.id)
    .execute();
  step.record({ before, after });
  return [];
};

async function networkOf({ db }: EffectStep, transactionId: string): Promise<CardNetwork> {
  const row = await db
    .selectFrom("transaction")
    .select("network")
    .where("id", "=", transactionId)
    .executeTakeFirstOrThrow();
  return row.network;
}

/** One step of the dispute's own machine. The desk's steps are the desk's, the bank's are the bank's. */
const advance: Effect = async (step) => {
  const { move, db, ctx, transactionId } = step;
  if (move.action !== "ADVANCE_DISPUTE") throw new Error(`${move.action} is no step of a dispute`);
  const dispute = await disputeMeant(step, move.input.detail);
  const wanted = readStepName(move.input.step);
  const row = dispute === undefined ? undefined : openSteps(factsOf(dispute)).find(({ step: name }) => name === wanted);
  if (dispute === undefined || row === undefined || transactionId === null) return [notOpen(move.input.step)];
  const needs = row.by === "DESK" ? "bank.answer" : "bank.rule";
  if (!ctx.actor.permissions.has(needs)) return [{ code: "NOT_PERMITTED", needs }];

  const respondBy = dateOf(move.input.detail["respondBy"]);
  const moves = row.to !== dispute.state;
  // The date that the bank gave was for the step before.
  const after = { ...dispute, state: row.to, respond_by: respondBy ?? (moves ? null : dispute.respond_by) };
  await db
    .updateTable("dispute")
    .set({ state: after.state, respond_by: after.respond_by })
    .where("id", "=", dispute.id)
    .execute();
  const held =
    row.money === "TAKE" ? dispute.amount_minor : row.money === "GIVE_BACK" ? 0n : dispute.charged_back_minor;
  const moneyMoved = held !== dispute.charged_back_minor && (await holdForBank(db, transactionId, dispute, held));
  // Money that comes back on the way gives nobody more time for their answer.
  if (moves || respondBy !== null) restartClocks(step, after, respondBy);
  step.waitFor(turnIn(after.state, workflowOf(after.network, after.reason_code)));
  step.record({ disputeId: dispute.id, disputeStep: row.step, disputeState: row.to, moneyMoved });
  return [];
};

/** What ran for the step before is met; whoever must move next gets a clock, with the date that the bank gave. */
function restartClocks(
  step: EffectStep,
  { network, reason_code: reasonCode, state }: DisputeRow,
  respondBy: Date | null,
): void {
  step.endClock("dispute-answer");
  step.endClock("bank-ruling");
  const clock = clockOfDispute({ network, reasonCode, state, respondBy });
  if (clock !== null) step.startClock(clock.rule, clock.dueAt ?? undefined);
}

/** The bank's word. Where the case goes was read off the same table by whoever asked, and must agree with it. */
const rule: Effect = async (step) => {
  const { move, db, ctx, transactionId } = step;
  if (move.action !== "RECORD_BANK_RULING") throw new Error(`${move.action} is no ruling`);
  const { to, outcome, amount, detail } = move.input;
  const ruling = rulingOf(detail["ruling"]);
  const row = rulings[ruling];
  if (row.to !== to || row.outcome !== outcome) throw new Error(`${ruling} does not lead to ${to}`);
  const dispute = await disputeMeant(step, detail);
  if (dispute === undefined || transactionId === null || !rulingsOpen(dispute.state).includes(ruling))
    return [notOpen(ruling)];
  const disputed = { minor: dispute.amount_minor, currency: dispute.currency };
  if ((row.bankKeeps || row.to === "REFUNDING") && amount.minor > disputed.minor)
    return [{ code: "ABOVE_CLAIM", claimed: disputed, left: disputed }];
  const bankKeepsMinor = row.bankKeeps ? amount.minor : 0n;
  const twice = await keepForBank(db, transactionId, dispute, bankKeepsMinor);
  const state = stateAfterRuling(dispute.state, ruling);
  await db
    .updateTable("dispute")
    .set({ state, ruling, closed_at: ctx.clock.now() })
    .where("id", "=", dispute.id)
    .execute();
  step.record({
    disputeId: dispute.id,
    ruling,
    disputeState: state,
    bankKeepsMinor,
    ...(twice > 0n && { paidTwice: { minor: twice, currency: dispute.currency } }),
  });
  return [];
};

/** A customer can withdraw what the bank has not acted upon. Money that it has taken comes back only by its own word. */
const withdraw: Effect = async (step) => {
  const { db, ctx, facts } = step;
  if (facts.state !== "AT_BANK") return [];
  const dispute = await findLatestDispute(db, facts.caseId);
  if (dispute === undefined || dispute.closed_at !== null) return [];
  if (dispute.charged_back_minor > 0n) return [notOpen("WITHDRAW")];
  await db
    .updateTable("dispute")
    .set({ state: "WITHDRAWN", closed_at: ctx.clock.now() })
    .where("id", "=", dispute.id)
    .execute();
  step.record({ disputeId: dispute.id, disputeState: "WITHDRAWN" });
  return [];
};

export const disputeEffects = {
  OPEN_DISPUTE: open,
  ADOPT_DISPUTE: adopt,
  ADVANCE_DISPUTE: advance,
  RULE_DISPUTE: rule,
  WITHDRAW_DISPUTE: withdraw,
} satisfies Partial<CaseFeatures["effects"]>;

/** The rules speak of the case's latest dispute. Whoever means another one, as a bank's file may, is not heard. */
async function disputeMeant({ db, facts }: EffectStep, { disputeId = null }: Detail): Promise<DisputeRow | undefined> {
  const latest = await findLatestDispute(db, facts.caseId);
  return disputeId === null || disputeId === latest?.id ? latest : undefined;
}

function factsOf(dispute: DisputeRow) {
  const { state, network, reason_code: code, charged_back_minor: taken } = dispute;
  return { state, workflow: workflowOf(network, code), moneyTaken: taken > 0n };
}

function notOpen(step: string): Refusal {
  return { code: "STEP_NOT_OPEN", step: step.includes(":") ? step : `dispute:${step}` };
}

function rulingOf(value: unknown): BankRuling {
  const found = bankRulings.find((ruling) => ruling === value);
  if (found === undefined) throw new Error(`${String(value)} is no ruling`);
  return found;
}

function dateOf(value: unknown): Date | null {
  const date = typeof value === "string" ? new Date(value) : null;
  return date === null || Number.isNaN(date.getTime()) ? null : date;
}
