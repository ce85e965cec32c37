import type { CaseMove } from "../../cases/domain/decide.ts";
import { triageCase } from "../../cases/jobs/triage-case.ts";
import { systemActor } from "../../staff/domain/actor.ts";
import { deskLocale, type PlannedStep } from "../plan/plan-case.ts";
import { type StepName, stepOf } from "../plan/steps.ts";
import { offerReason } from "../texts/step-texts.ts";
import { agencySteps } from "./agency-steps.ts";
import { agreeTo } from "./agree-to.ts";
import { bankSteps } from "./bank-steps.ts";
import { evidenceSteps } from "./evidence-steps.ts";
import { PastClock } from "./held-house.ts";
import { refundSteps } from "./refund-steps.ts";
import { act, actorFor, contextAt, type Performance, type Scene, textOf } from "./scene.ts";

/** A step that is one action of whoever does it. */
function move(toMove: (scene: Scene, step: PlannedStep) => CaseMove): Performance {
  return async (scene, step) => {
    const { by } = stepOf(step.name);
    await act(scene, step.at, by === "SYSTEM" ? systemActor : actorFor(scene, by), toMove(scene, step));
  };
}

/** The clock does it, when the runner lets the time pass. */
const timePasses: Performance = () => Promise.resolve();

const note = move((_scene, step) => ({ action: "ADD_NOTE", input: { message: textOf(step) } }));
/** A note that calls a colleague, who finds it among their mentions. */
const callsSupervisor = move((scene, step) => {
  const { id, name } = actorFor(scene, "SUPERVISOR");
  return {
    action: "ADD_NOTE",
    input: { message: `@${name} ${textOf(step)}`, mentionIds: id === null ? [] : [id] },
  };
});
const confirms = move((_scene, step) => ({
  action: "RECORD_MERCHANT_ANSWER",
  input: { confirms: true, message: textOf(step) },
}));
/** The desk's own next step on a case, as its job takes it. */
const triage: Performance = (scene, { at }) =>
  triageCase(contextAt(scene, new PastClock(at), systemActor), scene.caseId);
const approves = move(({ plan }, { text }) => ({
  action: "APPROVE_REFUND",
  input: { amount: plan.claimed, reason: null, messageToCustomer: text },
}));
const grants = move((_scene, { text }) => ({ action: "GRANT_APPROVAL", input: { note: text } }));
const declines = move((_scene, step) => ({
  action: "DECLINE_REQUEST",
  input: { reason: textOf(step), overrideReason: null },
}));
const says = (thread: "CUSTOMER" | "MERCHANT" | "BANK") =>
  move((_scene, step) => ({ action: "SEND_MESSAGE", input: { thread, message: textOf(step) } }));

/** What each step of a story does. */
const performances: Readonly<Record<StepName, Performance>> = {
  ...evidenceSteps,
  ...refundSteps,
  ...bankSteps,
  ...agencySteps,
  takeOn: async (scene, { at }) => {
    const agent = actorFor(scene, "AGENT");
    await act(scene, at, agent, { action: "ASSIGN", input: { assigneeId: agent.id } });
  },
  askForMore: move((_scene, step) => ({ action: "REQUEST_INFORMATION", input: { message: textOf(step) } })),
  giveMore: move((_scene, step) => ({ action: "PROVIDE_INFORMATION", input: { message: textOf(step) } })),
  neverAnswers: timePasses,
  goesToShop: triage,
  shopConfirms: confirms,
  shopConfirmsNow: confirms,
  shopContests: move((_scene, step) => ({
    action: "RECORD_MERCHANT_ANSWER",
    input: { confirms: false, message: textOf(step) },
  })),
  shopStaysSilent: timePasses,
  confirmIdentity: move((_scene, { text }) => ({
    action: "RECORD_CHECK",
    input: { check: "IDENTITY_CONFIRMED", outcome: "PASSED", reason: text },
  })),
  inspectGoods: move((_scene, { text }) => ({
    action: "RECORD_CHECK",
    input: { check: "GOODS_STATE", outcome: "PASSED", reason: text },
  })),
  askWaiver: move((_scene, step) => ({
    action: "PROPOSE_CHECK_WAIVER",
    input: { check: "WITHIN_WINDOW", outcome: "WAIVED", reason: textOf(step) },
  })),
  waiveWindow: (scene, step) => agreeTo(scene, step, "CHECK_WAIVER"),
  approveByPolicy: triage,
  approve: approves,
  propose: approves,
  approvePart: move(({ plan }, { text }) => ({
    action: "APPROVE_REFUND",
    input: { amount: plan.lesser, reason: text, messageToCustomer: null },
  })),
  approveAgainstPolicy: move(({ plan }, { text }) => ({
    action: "APPROVE_REFUND",
    input: { amount: plan.claimed, reason: text, messageToCustomer: null },
  })),
  grant: grants,
  grantAsCompliance: grants,
  turnDown: move((_scene, step) => ({ action: "REJECT_APPROVAL", input: { reason: textOf(step) } })),
  declineLate: declines,
  declineOnProof: declines,
  contest: move((_scene, step) => ({ action: "CONTEST_DECISION", input: { message: textOf(step) } })),
  acceptsRefusal: timePasses,
  offer: move(({ plan }, step) => ({
    action: "MAKE_OFFER",
    input: {
      amount: plan.lesser,
      message: textOf(step),
      overrideReason: deskLocale(plan.agent) === "en" ? offerReason.en : offerReason.zh,
    },
  })),
  takeOffer: move(() => ({ action: "ACCEPT_OFFER", input: {} })),
  refuseOffer: move((_scene, step) => ({ action: "REJECT_OFFER", input: { message: textOf(step) } })),
  letOfferLapse: timePasses,
  withdraw: move((_scene, { text }) => ({ action: "WITHDRAW", input: { message: text } })),
  close: move((_scene, step) => ({ action: "CLOSE", input: { reason: textOf(step) } })),
  reopen: move((_scene, step) => ({ action: "REOPEN", input: { reason: textOf(step) } })),
  note,
  noteSearch: note,
  noteRetry: callsSupervisor,
  noteIdentity: note,
  noteBank: callsSupervisor,
  customerAsks: says("CUSTOMER"),
  agentReplies: says("CUSTOMER"),
  agentReminds: says("CUSTOMER"),
  agentWritesShop: says("MERCHANT"),
  shopWrites: says("MERCHANT"),
  bankAsks: says("BANK"),
  agentAnswersBank: says("BANK"),
};

export function performStep(scene: Scene, step: PlannedStep): Promise<void> {
  return performances[step.name](scene, step);
}
