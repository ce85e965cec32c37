import { done, type Result, refused } from "../../kernel/result.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import type { AuditProblem } from "../domain/audit-problems.ts";
import { appendAuditEvent } from "./append-audit-event.ts";
import { lockFinding } from "./lock-finding.ts";
import { type FindingTerms, problemsOfTerms } from "./raise-finding.ts";
import { tellOwner } from "./tell-owner.ts";

export interface FindingChange extends FindingTerms {
  readonly findingId: string;
  readonly expectedVersion: number;
}

/** A reviewer says anew how grave it is, who puts it right and by when, until it is verified; a new owner is told. */
export function changeFinding(
  ctx: ActionContext,
  { findingId, expectedVersion, ...terms }: FindingChange,
): Promise<Result<string, readonly AuditProblem[]>> {
  return decideInTransaction<string, readonly AuditProblem[]>(ctx.db, async (trx) => {
    const { actor, clock } = ctx;
    const locked = await lockFinding(trx, actor, findingId, terms.ownerId);
    if (locked === null || actor.id === null) return refused(["FINDING_NOT_FOUND"]);
    const { finding, chain } = locked;
    const { id } = finding;
    if (finding.version !== expectedVersion) return refused(["AUDIT_STALE"]);
    const at = clock.now();
    const problems = await problemsOfTerms(trx, actor.roles, terms, at);
    if (finding.state === "VERIFIED") problems.push("FINDING_WRONG_STATE");
    const { severity, ownerId, dueOn } = terms;
    if (problems.length > 0 || ownerId === null) return refused(problems);
    await trx
      .updateTable("audit_finding")
      .set({ version: finding.version + 1, severity, owner_id: ownerId, due_on: dueOn })
      .where("id", "=", id)
      .execute();
    await appendAuditEvent(trx, chain, {
      kind: "CHANGE_FINDING",
      itemId: finding.item_id,
      findingId: id,
      actorId: actor.id,
      at,
      data: { severity, ownerId, dueOn },
    });
    if (ownerId !== finding.owner_id || dueOn !== finding.due_on)
      await tellOwner(trx, ctx, { id, version: finding.version + 1, caseNumber: finding.case_number, ownerId, dueOn });
    return done(id);
  });
}
