import type { Day } from "../../kernel/day.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import type { AuditProblem } from "../domain/audit-problems.ts";
import { type FindingStep, findingLife, refusalsOfStep } from "../domain/finding-life.ts";
import { appendAuditEvent } from "./append-audit-event.ts";
import { lockFinding } from "./lock-finding.ts";
import { isOwnerFit } from "./raise-finding.ts";
import { tellOwner } from "./tell-owner.ts";

export interface FindingMove {
  readonly findingId: string;
  readonly expectedVersion: number;
  readonly step: FindingStep;
  readonly note: string | null;
}

/** Takes a finding one step on: its owner puts it right, somebody else verifies that or sends it back, of which the owner is told. */
export function moveFinding(
  ctx: ActionContext,
  { findingId, expectedVersion, step, note }: FindingMove,
): Promise<Result<string, readonly AuditProblem[]>> {
  return decideInTransaction<string, readonly AuditProblem[]>(ctx.db, async (trx) => {
    const { actor, clock } = ctx;
    const locked = await lockFinding(trx, actor, findingId);
    if (locked === null || actor.id === null) return refused(["FINDING_NOT_FOUND"]);
    const { finding, chain } = locked;
    if (finding.version !== expectedVersion) return refused(["AUDIT_STALE"]);
    const facts = { state: finding.state, ownerId: finding.owner_id, completedById: finding.completed_by_id };
    const hand = { id: actor.id, mayReview: actor.permissions.has("audit.review") };
    const problems = [...refusalsOfStep(facts, step, hand)];
    const { to, needsNote } = findingLife[step];
    if (needsNote && note === null) problems.push("NOTE_MISSING");
    // Whoever has left would never hear of it.
    if (step === "SEND_BACK" && !(await isOwnerFit(trx, actor.roles, finding.owner_id))) problems.push("OWNER_UNFIT");
    if (problems.length > 0) return refused(problems);
    const at = clock.now();
    await trx
      .updateTable("audit_finding")
      .set({
        version: finding.version + 1,
        state: to,
        done_at: to === "DONE" ? at : to === "VERIFIED" ? finding.done_at : null,
        verified_by_id: to === "VERIFIED" ? actor.id : null,
        verified_at: to === "VERIFIED" ? at : null,
      })
      .where("id", "=", finding.id)
      .execute();
    await appendAuditEvent(trx, chain, {
      kind: "MOVE_FINDING",
      itemId: finding.item_id,
      findingId: finding.id,
      actorId: actor.id,
      at,
      data: { step, from: finding.state, to, note },
    });
    if (step === "SEND_BACK") {
      const { id, owner_id: ownerId, due_on, case_number: caseNumber } = finding;
      const sentBack = { id, version: finding.version + 1, caseNumber, ownerId, dueOn: due_on as Day };
      await tellOwner(trx, ctx, sentBack, "FINDING_SENT_BACK");
    }
    return done(finding.id);
  });
}
