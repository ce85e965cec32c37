import type { CaseFeatures, Effect, EffectStep } from "../cases/case-features.ts";
import type { Refusal } from "../cases/domain/refusal.ts";
import { approverTurn, type CaseTurn } from "../cases/domain/waits-on.ts";
import { newId } from "../kernel/ids.ts";
import { rulesOf } from "../providers/domain/provider-rules.ts";
import { advanceRefund, type RefundColumns } from "./actions/advance-refund.ts";
import { expectedOn, proposeRefund } from "./actions/propose-refund.ts";
import { byHand, type ProviderReport, readReport } from "./domain/provider-report.ts";
import { isInFlight } from "./domain/refund-machine.ts";
import { proposeManualRefund } from "./propose-manual-effect.ts";
import { findManualRequest, type ManualRequest } from "./queries/find-manual-request.ts";
import { findLatestRefund, findRefund, type RefundRow } from "./queries/find-refund.ts";

/** The amount that the action names, or that was offered, or that was asked for. A ruling without money proposes nothing. */
const propose: Effect = async (step) => {
  const { facts, move, to } = step;
  if (to !== "REFUNDING" && to !== "AWAITING_APPROVAL") return [];
  const named = "amount" in move.input ? move.input.amount : null;
  return proposeRefund(step, named ?? (move.action === "ACCEPT_OFFER" ? facts.offer?.amount : null) ?? facts.amount);
};

/** The last approval was given: the money goes its way. */
const queue: Effect = async (step) => {
  if (step.to !== "REFUNDING") return [];
  const refund = await findLatestRefund(step.db, step.facts.caseId);
  if (refund === undefined) return [notOpen("QUEUE")];
  return advance(step, refund, "QUEUE", { expected_on: await expectedOn(step) });
};

/** What waits for approval or has failed is given up, and its money is free. What may be under way stays. */
const release: Effect = async (step) => {
  const refund = await findLatestRefund(step.db, step.facts.caseId);
  if (refund === undefined) return [];
  if (isInFlight(refund.state)) return [{ code: "REFUND_IN_FLIGHT" }];
  return refund.state === "AWAITING_APPROVAL" || refund.state === "FAILED" ? advance(step, refund, "CANCEL", {}) : [];
};

/** What the provider said, or what was decided of money that somebody paid by hand. */
const record: Effect = async (step) => {
  const { move, db, facts } = step;
  if (move.action !== "RECORD_REFUND_PROGRESS" && move.action !== "SETTLE_REFUND" && move.action !== "FAIL_REFUND")
    return [];
  const report = readReport(move.action, move.input.detail);
  if (report === null) return [notOpen(String(move.input.detail["event"]))];
  const refund = await findRefund(db, move.input.refundId);
  if (refund?.case_id !== facts.caseId || refund.instruction_key !== report.key) return [notOpen(report.event)];
  const request = byHand[report.event] === undefined ? undefined : await findManualRequest(db, refund.id);
  step.waitFor(turnAfter(report, request));
  return [
    ...mayReport(step, report),
    ...expectRequest(step, request, report),
    ...(await advance(step, refund, report.event, columnsOf(report, step), report.notBefore)),
  ];
};

/** Again, under the key that the provider's rule asks for. */
const retry: Effect = async (step) => {
  const refund = await findLatestRefund(step.db, step.facts.caseId);
  if (refund?.state !== "FAILED" || refund.failure_retryable !== true) return [{ code: "REFUND_NOT_RETRYABLE" }];
  step.waitFor("ACQUIRER");
  const again = {
    failure_code: null,
    failure_retryable: null,
    expected_on: await expectedOn(step),
  };
  const key = rulesOf(refund.provider).retryKey === "NEW" ? { instruction_key: newId() } : {};
  return advance(step, refund, "RETRY", { ...again, ...key });
};

export const refundEffects = {
  PROPOSE_REFUND: propose,
  QUEUE_REFUND: queue,
  RELEASE_REFUND: release,
  RECORD_REFUND: record,
  RETRY_REFUND: retry,
  PROPOSE_MANUAL_REFUND: proposeManualRefund,
} satisfies Partial<CaseFeatures["effects"]>;

async function advance(
  { db, ctx, record: note }: EffectStep,
  refund: RefundRow,
  event: Parameters<typeof advanceRefund>[3]["event"],
  columns: RefundColumns,
  notBefore: Date | null = null,
): Promise<readonly Refusal[]> {
  note({ refundId: refund.id, refundEvent: event });
  return advanceRefund(db, ctx, refund, { event, columns, notBefore });
}

/** The provider's word comes by the desk's own job; what was paid by hand is reported by what was decided of it. */
function mayReport({ ctx: { actor } }: EffectStep, { event }: ProviderReport): readonly Refusal[] {
  if (byHand[event] !== undefined || actor.permissions.has("refund.report")) return [];
  return [{ code: "NOT_PERMITTED", needs: "refund.report" }];
}

/** Nothing is said of money that was paid by hand but by a request that stands so: no other way leads to its being settled. */
function expectRequest(
  { record: note }: EffectStep,
  request: ManualRequest | undefined,
  { event }: ProviderReport,
): readonly Refusal[] {
  const states = byHand[event];
  if (states === undefined) return [];
  if (request === undefined || !states.includes(request.state)) return [notOpen(event)];
  note({ approvalId: request.id });
  return [];
}

/** Whose move is next: the desk's where it failed, that of whoever must agree next to money paid by hand, or the acquirer's. */
function turnAfter({ event }: ProviderReport, request: ManualRequest | undefined): CaseTurn {
  switch (event) {
    case "DECLINE_FOR_NOW":
    case "DECLINE_FOR_GOOD":
    case "REFUSE_BY_HAND":
      return "DESK";
    case "AGREE_BY_HAND":
      return approverTurn(request?.missing ?? []);
    default:
      return "ACQUIRER";
  }
}

function columnsOf({ event, reference, code }: ProviderReport, { ctx }: EffectStep): RefundColumns {
  const referenced = reference === null ? {} : { provider_reference: reference };
  switch (event) {
    case "SETTLE":
      return { ...referenced, settled_at: ctx.clock.now() };
    case "PAY_BY_HAND":
      return { ...referenced, settled_at: ctx.clock.now(), mode: "MANUAL" };
    case "DECLINE_FOR_NOW":
    case "DECLINE_FOR_GOOD":
      return { failure_code: code, failure_retryable: event === "DECLINE_FOR_NOW" };
    default:
      return referenced;
  }
}

function notOpen(event: string): Refusal {
  return { code: "STEP_NOT_OPEN", step: `refund:${event}` };
}
