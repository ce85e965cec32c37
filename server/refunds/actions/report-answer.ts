import { setTimeout as wait } from "node:timers/promises";
import { performCaseAction } from "../../cases/actions/perform-case-action.ts";
import { derivedId } from "../../platform/derived-id.ts";
import type { QueryAnswer, SubmitAnswer } from "../../providers/domain/answers.ts";
import type { House } from "../../request-context.ts";
import { systemActor } from "../../staff/domain/actor.ts";
import { eventOf } from "../domain/answer-event.ts";
import { actionFor, toDetail } from "../domain/provider-report.ts";
import { findRefund } from "../queries/find-refund.ts";

const MOST_TRIES = 20;

/**
 * Takes what the provider said of a key to the case, through the same door as everybody. Somebody may be working on the
 * case meanwhile: then it is read again. False: the answer changes nothing, or no longer does.
 */
export async function reportAnswer(
  house: House,
  refundId: string,
  key: string,
  answer: SubmitAnswer | QueryAnswer,
): Promise<boolean> {
  const ctx = { ...house, actor: systemActor, locale: "zh-CN" as const };
  let last = "";
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const refund = await findRefund(house.db, refundId);
    if (refund === undefined || refund.instruction_key !== key) return false;
    const report = eventOf(refund.state, key, answer);
    if (report === null) return false;
    const result = await performCaseAction(ctx, {
      action: actionFor(report.event),
      input: { refundId, detail: toDetail(report) },
      caseId: refund.case_id,
      expectedVersion: refund.case_version,
      // The same step at the same version has the same key, however often its job is delivered.
      idempotencyKey: derivedId("refund", refundId, report.event, String(refund.case_version)),
    });
    if (result.ok) return true;
    last =
      result.error.kind === "REFUSED" ? result.error.reasons.map(({ code }) => code).join(", ") : result.error.kind;
    await wait(5 + Math.random() * 20 * tries);
  }
  throw new Error(`The case of refund ${refundId} did not take ${answer.answer}: ${last}`);
}
