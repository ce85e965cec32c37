import type { Db } from "../../platform/database/database.ts";

/** Throws away the uploaded bytes of an import; what was read of them stays. */
export async function dropUpload(db: Db, importId: string): Promise<void> {
  await db.deleteFrom("import_chunk").where("run_id", "=", importId).execute();
}
