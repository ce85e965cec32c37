import type { ActionContext } from "../../request-context.ts";
import { unfinished } from "../domain/words.ts";
import { dropPieces, endExport } from "./end-export.ts";

type Desk = Pick<ActionContext, "db" | "clock">;

const atOnce = 50;
const minuteMs = 60_000;
/** An export that nobody has written at for this long has lost its job; one too many finds the piece taken. */
const waitsMs = 2 * minuteMs;
/** No list takes so long, and its job has been tried every time by then. */
const hopelessMs = 24 * 60 * minuteMs;

/** Takes away the files whose time is over; that they were made, and fetched, stays known. Gives how many. */
export async function expireExports({ db, clock }: Desk): Promise<number> {
  const over = await db
    .selectFrom("export_run")
    .select("id")
    .where("state", "=", "DONE")
    .where("expires_at", "<=", clock.now())
    .limit(atOnce)
    .execute();
  for (const { id } of over) {
    await db.transaction().execute(async (trx) => {
      await trx.updateTable("export_run").set({ state: "EXPIRED" }).where("id", "=", id).execute();
      await dropPieces(trx, id);
    });
  }
  return over.length;
}

/** Asks again for exports whose job was lost, and ends those that nobody will go on with. */
export async function findLostExports(desk: Desk & Pick<ActionContext, "jobs">): Promise<void> {
  const now = desk.clock.now().getTime();
  const lost = await desk.db
    .selectFrom("export_run")
    .select(["id", "started_at"])
    .where("state", "in", unfinished)
    .where("touched_at", "<", new Date(now - waitsMs))
    .orderBy("touched_at")
    .limit(atOnce)
    .execute();
  for (const { id, started_at } of lost) {
    if (now - started_at.getTime() > hopelessMs) await endExport(desk, id, { state: "FAILED", failure: "OUR_FAULT" });
    else
      await desk.db.transaction().execute((trx) => desk.jobs.enqueue(trx, "run-export", { exportId: id }, { key: id }));
  }
}
