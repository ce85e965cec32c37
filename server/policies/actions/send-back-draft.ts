import { closeRequest } from "../../approvals/actions/close-request.ts";
import { tellProposer } from "../../approvals/actions/tell-of-request.ts";
import { writeDecision } from "../../approvals/actions/write-decision.ts";
import { standingOf } from "../../approvals/domain/may-decide.ts";
import { toFacts } from "../../approvals/queries/find-request.ts";
import { newId } from "../../kernel/ids.ts";
import { done } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import { findDraftRequest } from "../queries/find-draft-request.ts";
import { changeDraft, type DraftCommand } from "./change-draft.ts";

/**
 * Gives it back to its authors with a reason; what had been agreed to was agreed to of that text, and is asked anew. From
 * whoever could have agreed that is their word on the request; from an author, or somebody who has agreed, it calls it off.
 */
export function sendBackDraft(ctx: ActionContext, { note = null, ...command }: Omit<DraftCommand, "action">) {
  return changeDraft(ctx, { ...command, note, action: "SEND_BACK" }, async (db, draft, staffId) => {
    await db
      .selectFrom("approval_request")
      .select("id")
      .where("subject_kind", "=", "POLICY_VERSION")
      .where("subject_id", "=", draft.id)
      .where("state", "=", "OPEN")
      .forUpdate()
      .execute();
    const [request, at] = [await findDraftRequest(db, draft.id), ctx.clock.now()];
    if (request !== undefined) {
      const { standsInFor, reasons } = standingOf(toFacts(request), ctx.actor, at);
      if (reasons.length === 0) {
        await writeDecision(db, request, { staffId, standsInFor, verdict: "REJECT", note, key: newId(), at });
        await tellProposer(db, ctx, request.id, "AGREEMENT_REFUSED");
      } else await closeRequest(db, { kind: "POLICY_VERSION", id: draft.id }, "CALLED_OFF", at);
    }
    return done({ state: "DRAFT" as const });
  });
}
