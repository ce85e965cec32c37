import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { canonicalJson, sha256 } from "../../platform/journal.ts";
import type { ActionContext } from "../../request-context.ts";
import { mayExport, sightOf } from "../domain/made-for.ts";
import { exportLimits, unfinished } from "../domain/words.ts";
import { type ExportQuestion, keepQuestion } from "../export-question.ts";
import { type ExportRow, getExport } from "../queries/find-exports.ts";
import { countRows } from "../queries/read-sheet.ts";

export interface AskedExport {
  readonly question: ExportQuestion;
  /** As it came, to know it again: the question itself holds moments that depend on when it was asked. */
  readonly asked: unknown;
  readonly key: string;
}

export type StartProblem = "NOT_PERMITTED" | "TOO_LARGE" | "TOO_MANY" | "KEY_REUSED";

/** Asks for a file. The same key by the same person is the same export, however often it is sent. */
export async function startExport(
  ctx: ActionContext,
  { question, asked, key }: AskedExport,
  limits = exportLimits,
): Promise<Result<ExportRow, StartProblem>> {
  const { actor, clock } = ctx;
  const ownerId = actor.id;
  if (ownerId === null || !mayExport(actor, question.kind)) return refused("NOT_PERMITTED");
  const hash = sha256(canonicalJson(asked));
  return ctx.db.transaction().execute(async (trx) => {
    // Whoever asks twice at once waits here for the first to be written.
    await trx.selectFrom("staff").select("id").where("id", "=", ownerId).forNoKeyUpdate().executeTakeFirstOrThrow();
    const known = await findByKey(trx, ownerId, key);
    if (known !== undefined)
      return known.input_hash === hash ? done(await getExport(trx, known.id)) : refused("KEY_REUSED");
    if ((await countUnfinished(trx, ownerId)) >= limits.mostUnfinished) return refused("TOO_MANY");
    const total = await countRows(trx, actor, question, limits.mostRows + 1);
    if (total > limits.mostRows) return refused("TOO_LARGE");
    const id = newId();
    const now = clock.now();
    await trx
      .insertInto("export_run")
      .values({
        ...{ id, owner_id: ownerId, idempotency_key: key, input_hash: hash, kind: question.kind },
        ...{
          question: keepQuestion(question),
          locale: ctx.locale,
          sight: sightOf(actor, question.kind),
          state: "QUEUED",
        },
        ...{ rows_total: total, started_at: now, touched_at: now },
      })
      .execute();
    await ctx.jobs.enqueue(trx, "run-export", { exportId: id }, { key: id });
    return done(await getExport(trx, id));
  });
}

function findByKey(db: Db, ownerId: string, key: string) {
  return db
    .selectFrom("export_run")
    .select(["id", "input_hash"])
    .where("owner_id", "=", ownerId)
    .where("idempotency_key", "=", key)
    .executeTakeFirst();
}

async function countUnfinished(db: Db, ownerId: string): Promise<number> {
  const { count } = await db
    .selectFrom("export_run")
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .where("owner_id", "=", ownerId)
    .where("state", "in", unfinished)
    .executeTakeFirstOrThrow();
  return Number(count);
}
