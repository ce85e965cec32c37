import { sql } from "kysely";
import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import { derivedId } from "../../platform/derived-id.ts";
import { chainStart } from "../../platform/journal.ts";
import type { ActionContext } from "../../request-context.ts";
import type { DrawnStratum } from "../audit-sample.entity.ts";
import type { AuditProblem } from "../domain/audit-problems.ts";
import { checklistVersion, type GivenAnswer } from "../domain/checklist.ts";
import type { SamplePlan } from "../domain/sample-plan.ts";
import { boundaryOf, previewSample } from "../queries/preview-sample.ts";
import { appendAuditEvent } from "./append-audit-event.ts";

export interface SampleToDraw {
  readonly title: string;
  readonly plan: SamplePlan;
  /** Boundary and hash of the preview, so that what is drawn is what was seen. */
  readonly asOf: Date;
  readonly populationHash: string;
  readonly key: string;
}

/** Draws a sample as it was previewed, and keeps all that it takes to draw it again. The same key again finds what it made. */
export function drawSample(
  ctx: ActionContext,
  { title, plan, asOf, populationHash, key }: SampleToDraw,
): Promise<Result<string, readonly AuditProblem[]>> {
  return decideInTransaction<string, readonly AuditProblem[]>(ctx.db, async (trx) => {
    const { actor, clock } = ctx;
    if (actor.id === null) return refused(["REVIEWERS_ONLY"]);
    const id = derivedId("audit sample", actor.id, key);
    const known = await trx.selectFrom("audit_sample").select("id").where("id", "=", id).executeTakeFirst();
    if (known !== undefined) return done(id);
    const at = clock.now();
    if (asOf > boundaryOf(plan, at)) return refused(["NOT_SETTLED_YET"]);
    const preview = await previewSample(trx, actor, plan, asOf);
    if (!preview.ok) return preview;
    const { populationSize, strata, picked } = preview.value;
    if (preview.value.populationHash !== populationHash) return refused(["POPULATION_CHANGED"]);
    const chain = { id, chain_head: chainStart, event_count: 0 };
    const { kind, stratifyBy, seed, size, fromOn, toOn } = plan;
    const made = await trx
      .insertInto("audit_sample")
      .values({
        ...chain,
        title,
        kind,
        stratify_by: stratifyBy,
        seed,
        size,
        from_on: fromOn,
        to_on: toOn,
        as_of: asOf,
        population_size: populationSize,
        population_hash: populationHash,
        strata: sql<readonly DrawnStratum[]>`${JSON.stringify(strata)}::jsonb`,
        checklist_version: checklistVersion,
        drawn_by_id: actor.id,
        drawn_at: at,
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (made === undefined) return done(id);
    await trx
      .insertInto("audit_item")
      .values(
        picked.map(({ caseId, eventId, risk, stratum }, index) => ({
          id: newId(),
          sample_id: id,
          case_id: caseId,
          event_id: eventId,
          position: index + 1,
          stratum,
          risk,
          answers: sql<readonly GivenAnswer[]>`'[]'::jsonb`,
        })),
      )
      .execute();
    const cases = picked.map(({ caseId }) => caseId);
    await appendAuditEvent(trx, chain, {
      kind: "DRAW_SAMPLE",
      itemId: null,
      findingId: null,
      actorId: actor.id,
      at,
      data: { title, ...plan, asOf, populationSize, populationHash, strata, checklistVersion, cases },
    });
    return done(id);
  });
}
