import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import { exportNeeds, sightOf } from "../domain/made-for.ts";
import { exportLimits } from "../domain/words.ts";
import { type ExportQuestion, keepQuestion } from "../export-question.ts";
import { type ExportRow, findExport } from "../queries/find-exports.ts";

export type StartProblem = "NOT_PERMITTED" | "TOO_MANY" | "KEY_REUSED";

/** Asks for a file. The same key by the same person is the same export, however often it is sent. */
export async function startExport(
  ctx: ActionContext,
  question: ExportQuestion,
  key: string,
): Promise<Result<ExportRow, StartProblem>> {
  const { actor, locale } = ctx;
  const ownerId = actor.id;
  if (ownerId === null || !actor.permissions.has(exportNeeds[question.kind])) return refused("NOT_PERMITTED");
  return ctx.db.transaction().execute(async (trx) => {
    // Whoever asks twice at once waits here for the first to be written.
    await trx.selectFrom("staff").select("id").where("id", "=", ownerId).forUpdate().executeTakeFirstOrThrow();
    const known = await trx
      .selectFrom("export_run")
      .select(["id", "kind", "question"])
      .where("owner_id", "=", ownerId)
      .where("idempotency_key", "=", key)
      .executeTakeFirst();
    const kept = keepQuestion(question);
    if (known !== undefined) {
      const same = known.kind === question.kind ? await findExport(trx, known.id) : undefined;
      return same === undefined ? refused("KEY_REUSED") : done(same);
    }
    const { unfinished } = await trx
      .selectFrom("export_run")
      .select((eb) => eb.fn.countAll<bigint>().as("unfinished"))
      .where("owner_id", "=", ownerId)
      .where("state", "in", ["QUEUED", "RUNNING"])
      .executeTakeFirstOrThrow();
    if (Number(unfinished) >= exportLimits.mostUnfinished) return refused("TOO_MANY");
    const id = newId();
    await trx
      .insertInto("export_run")
      .values({
        ...{ id, owner_id: ownerId, idempotency_key: key, kind: question.kind, question: kept, locale },
        ...{ sight: sightOf(actor), state: "QUEUED", started_at: ctx.clock.now() },
      })
      .execute();
    await ctx.jobs.enqueue(trx, "run-export", { exportId: id }, { key: id });
    const made = await findExport(trx, id);
    if (made === undefined) throw new Error("An export was written and is not there");
    return done(made);
  });
}
