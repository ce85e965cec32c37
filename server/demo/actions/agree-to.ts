import { decideApproval } from "../../approvals/actions/decide-approval.ts";
import type { ApprovalSubjectKind } from "../../approvals/domain/words.ts";
import { newId } from "../../kernel/ids.ts";
import type { PlannedStep } from "../plan/plan-case.ts";
import { PastClock } from "./held-house.ts";
import { actorFor, contextAt, type Scene, toldOf } from "./scene.ts";

/** A supervisor agrees in the approvals room to what was asked of this kind. A refusal means that the story is wrong. */
export async function agreeTo(scene: Scene, { at, text }: PlannedStep, kind: ApprovalSubjectKind): Promise<void> {
  const ctx = contextAt(scene, new PastClock(at), actorFor(scene, "SUPERVISOR"));
  const { id, version } = await ctx.db
    .selectFrom("approval_request")
    .select(["id", "version"])
    .where("case_id", "=", scene.caseId)
    .where("subject_kind", "=", kind)
    .where("state", "=", "OPEN")
    .executeTakeFirstOrThrow();
  const said = { verdict: "GRANT", note: text, idempotencyKey: newId() } as const;
  const answer = await decideApproval(ctx, { requestId: id, expectedVersion: version, ...said });
  if (!answer.ok) throw new Error(`${toldOf(scene)}: ${kind} ${JSON.stringify(answer.error)}`);
}
