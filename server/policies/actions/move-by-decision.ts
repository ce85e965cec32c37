import type { ApprovalStep } from "../../approvals/approval-subjects.ts";
import type { ActionContext } from "../../request-context.ts";
import type { DraftState } from "../domain/draft-life.ts";
import { type DraftEventAction, recordDraftEvent } from "./record-draft-event.ts";

/** What the word on a request does to its draft, behind the draft's lock and in the transaction of the word. */
export async function moveByDecision(
  { ctx, db, request }: ApprovalStep<ActionContext>,
  move: { readonly action: DraftEventAction; readonly state: DraftState; readonly note: string | null },
): Promise<void> {
  const at = ctx.clock.now();
  const { content_hash: contentHash } = await db
    .updateTable("policy_draft")
    .set((eb) => ({ state: move.state, revision: eb("revision", "+", 1), updated_at: at }))
    .where("id", "=", request.subject_id)
    .returning("content_hash")
    .executeTakeFirstOrThrow();
  const { action, note } = move;
  await recordDraftEvent(db, {
    ...{ draftId: request.subject_id, action, note, contentHash, at },
    actorId: action === "LAPSE" ? null : ctx.actor.id,
  });
}
