import type { ActionContext } from "../../request-context.ts";
import type { FileProblem } from "../domain/import-problem.ts";
import type { ImportState } from "../domain/words.ts";
import { dropUpload } from "./drop-upload.ts";

type Desk = Pick<ActionContext, "db" | "clock">;

/** Ends an import that has not ended as failed, and throws away what was uploaded of it. */
export async function giveUpImport({ db, clock }: Desk, importId: string, failure: FileProblem): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable("import_run")
    .set({ state: "FAILED", failure, finished_at: clock.now() })
    .where("id", "=", importId)
    .where("state", "not in", ["DONE", "FAILED"])
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await dropUpload(db, importId);
}

const dayMs = 86_400_000;

/** A file that waits longer than this has lost its job; one too many finds the file taken. */
const waitsMs = 120_000;

/** Asks again for files that have been received whole and that nobody has begun to read. Gives how many. */
export async function askForWaitingImports({ db, clock, jobs }: Desk & Pick<ActionContext, "jobs">): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const waiting = await trx
      .selectFrom("import_run")
      .select("id")
      .where("state", "=", "QUEUED")
      .where("started_at", "<", new Date(clock.now().getTime() - waitsMs))
      .limit(20)
      .execute();
    for (const { id } of waiting) await jobs.enqueue(trx, "run-import", { importId: id }, { key: id });
    return waiting.length;
  });
}

/**
 * Ends what nobody will go on with: uploads whose server was killed, and files whose reading stopped for good (a command
 * that was interrupted, a job that failed every time). A job lives a day at most, so three are beyond doubt.
 */
export async function giveUpAbandoned(desk: Desk): Promise<void> {
  for (const id of await startedLongAgo(desk, ["RECEIVING"], 1))
    await giveUpImport(desk, id, { code: "UPLOAD_BROKE_OFF" });
  for (const id of await startedLongAgo(desk, ["QUEUED", "RUNNING"], 3))
    await giveUpImport(desk, id, { code: "STOPPED" });
}

async function startedLongAgo(
  { db, clock }: Desk,
  states: readonly ImportState[],
  days: number,
): Promise<readonly string[]> {
  const found = await db
    .selectFrom("import_run")
    .select("id")
    .where("state", "in", states)
    .where("started_at", "<", new Date(clock.now().getTime() - days * dayMs))
    .limit(20)
    .execute();
  return found.map(({ id }) => id);
}
