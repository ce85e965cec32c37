import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import { derivedId } from "../../platform/derived-id.ts";
import { canonicalJson, chainStart } from "../../platform/journal.ts";
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
    const asked = { title, plan, asOf, populationHash };
    const known = await findDrawn(trx, id);
    if (known !== null) return answerAgain(id, asked, known);
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
    if (made === undefined) return answerAgain(id, asked, await findDrawn(trx, id));
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

type Asked = Omit<SampleToDraw, "key">;

/** What was asked for when the sample was drawn. */
async function findDrawn(db: Db, id: string): Promise<Asked | null> {
  const row = await db.selectFrom("audit_sample").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) return null;
  const { title, kind, stratify_by: stratifyBy, seed, size } = row;
  const plan = { kind, stratifyBy, seed, size, fromOn: row.from_on as Day, toOn: row.to_on as Day };
  return { title, plan, asOf: row.as_of, populationHash: row.population_hash };
}

/** The same key says the same thing again, or is refused. */
function answerAgain(id: string, asked: Asked, drawn: Asked | null): Result<string, readonly AuditProblem[]> {
  return canonicalJson(asked) === canonicalJson(drawn) ? done(id) : refused(["KEY_REUSED"]);
}
