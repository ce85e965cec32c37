import { sql } from "kysely";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import type { AuditProblem } from "../domain/audit-problems.ts";
import { type GivenAnswer, isComplete, type MachineAnswer } from "../domain/checklist.ts";
import { type ItemRow, itemsInSight } from "../queries/find-samples.ts";
import { machineAnswers } from "../queries/machine-answers.ts";
import { appendAuditEvent, lockSample } from "./append-audit-event.ts";
import { holdPeople } from "./hold-people.ts";

export interface ItemReview {
  readonly itemId: string;
  readonly expectedVersion: number;
  readonly answers: readonly GivenAnswer[];
}

type Reviewed = Result<string, readonly AuditProblem[]>;

/**
 * Keeps what a reviewer answered, and beside it what the records answer at that moment. Some answers may be left for later;
 * the case counts as reviewed once all are there.
 */
export function reviewItem(ctx: ActionContext, { itemId, expectedVersion, answers }: ItemReview): Promise<Reviewed> {
  return decideInTransaction<string, readonly AuditProblem[]>(ctx.db, async (trx) => {
    const { actor, clock } = ctx;
    await holdPeople(trx, [actor.id]);
    const found = await lockItem(trx, ctx, itemId);
    if (found === null || actor.id === null) return refused(["SAMPLE_NOT_FOUND"]);
    const { item, chain } = found;
    if (item.version !== expectedVersion) return refused(["AUDIT_STALE"]);
    const problems = problemsOf(item, answers);
    if (problems.length > 0) return refused(problems);
    const [machine = []] = await machineAnswers(trx, [{ caseId: item.case_id, eventId: item.event_id }]);
    const at = clock.now();
    const complete = isComplete(answers);
    await trx
      .updateTable("audit_item")
      .set({
        version: item.version + 1,
        answers: sql<readonly GivenAnswer[]>`${JSON.stringify(answers)}::jsonb`,
        machine: sql<readonly MachineAnswer[]>`${JSON.stringify(machine)}::jsonb`,
        reviewed_by_id: complete ? actor.id : null,
        reviewed_at: complete ? at : null,
      })
      .where("id", "=", item.id)
      .execute();
    await appendAuditEvent(trx, chain, {
      kind: "REVIEW_ITEM",
      itemId: item.id,
      findingId: null,
      actorId: actor.id,
      at,
      data: { caseId: item.case_id, answers, machine, complete },
    });
    return done(item.id);
  });
}

function problemsOf({ own_work }: ItemRow, answers: readonly GivenAnswer[]): readonly AuditProblem[] {
  const problems: AuditProblem[] = [];
  if (own_work) problems.push("OWN_WORK");
  if (new Set(answers.map(({ question }) => question)).size < answers.length) problems.push("ANSWERED_TWICE");
  if (answers.some(({ answer, note }) => answer === "NO" && note === null)) problems.push("NO_NEEDS_NOTE");
  return problems;
}

/** An item and the chain of its sample, whose row is held; the item is read behind the lock. */
export async function lockItem(trx: Db, { actor }: Pick<ActionContext, "actor">, itemId: string) {
  const named = await trx.selectFrom("audit_item").select("sample_id").where("id", "=", itemId).executeTakeFirst();
  const chain = named === undefined ? undefined : await lockSample(trx, named.sample_id);
  const item = await itemsInSight(trx, actor).where("item.id", "=", itemId).executeTakeFirst();
  return chain === undefined || item === undefined ? null : { item, chain };
}
