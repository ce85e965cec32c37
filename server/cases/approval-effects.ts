import { closeRequest } from "../approvals/actions/close-request.ts";
import { writeDecision } from "../approvals/actions/write-decision.ts";
import { standingOf } from "../approvals/domain/may-decide.ts";
import { findOpenRefundRequest } from "../approvals/queries/find-refund-request.ts";
import { toFacts } from "../approvals/queries/find-request.ts";
import type { CaseFeatures, Effect } from "./case-features.ts";

/** Somebody's word on the money that waits: it stands with the request, in the transaction of the case's own event. */
const decide: Effect = async ({ db, ctx, facts, move, eventId, record }) => {
  if (move.action !== "GRANT_APPROVAL" && move.action !== "REJECT_APPROVAL") return [];
  const request = await findOpenRefundRequest(db, facts.caseId);
  if (request === undefined || ctx.actor.id === null) throw new Error(`Case ${facts.number} waits without a request`);
  const { standsInFor } = standingOf(toFacts(request), ctx.actor, facts.now);
  await writeDecision(db, request, {
    staffId: ctx.actor.id,
    standsInFor,
    verdict: move.action === "GRANT_APPROVAL" ? "GRANT" : "REJECT",
    note: move.action === "GRANT_APPROVAL" ? move.input.note : move.input.reason,
    // The door has claimed the person's own key; the event is what it stands for.
    key: eventId,
    at: facts.now,
  });
  record({ approvalId: request.id, ...(standsInFor !== null && { forStaffId: standsInFor.staffId }) });
  return [];
};

/** Nobody is asked any more: the request lapsed, or the case has gone another way. */
const close: Effect = async ({ db, facts, move }) => {
  const request = await findOpenRefundRequest(db, facts.caseId);
  if (request === undefined) return [];
  const state = move.action === "EXPIRE_APPROVAL" ? "EXPIRED" : "CALLED_OFF";
  await closeRequest(db, { kind: "REFUND", id: request.subject_id }, state, facts.now);
  return [];
};

export const approvalEffects = { DECIDE_APPROVAL: decide, CLOSE_APPROVAL: close } satisfies Partial<
  CaseFeatures["effects"]
>;
