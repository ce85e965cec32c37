import type { Db } from "../../platform/database/database.ts";
import type { ActionContext } from "../../request-context.ts";
import { type ExportFailure, unfinished } from "../domain/words.ts";

export type ExportEnd = { readonly state: "CANCELLED" } | { readonly state: "FAILED"; readonly failure: ExportFailure };

/** Ends an export without a file, and throws away what was written of it. False where it had ended already. */
export function endExport(
  { db, clock }: Pick<ActionContext, "db" | "clock">,
  id: string,
  end: ExportEnd,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("export_run")
      .set({ ...end, finished_at: clock.now() })
      .where("id", "=", id)
      .where("state", "in", unfinished)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await dropPieces(trx, id);
    return true;
  });
}

export async function dropPieces(db: Db, id: string): Promise<void> {
  await db.deleteFrom("export_piece").where("run_id", "=", id).execute();
}
