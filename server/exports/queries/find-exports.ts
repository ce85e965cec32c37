import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

const columns = [
  ...(["id", "owner_id", "idempotency_key", "kind", "question", "locale", "sight", "state", "failure"] as const),
  ...(["rows_total", "rows_written", "cursor", "pieces", "bytes", "started_at", "finished_at", "expires_at"] as const),
] as const;
export type ExportRow = Awaited<ReturnType<typeof listExports>>[number];

const shown = 50;

/** Somebody's own exports, the latest first. */
export function listExports(db: Db, ownerId: string) {
  return db
    .selectFrom("export_run")
    .select(columns)
    .where("owner_id", "=", ownerId)
    .orderBy("started_at", "desc")
    .orderBy("id", "desc")
    .limit(sql.lit(shown))
    .execute();
}

export function findExport(db: Db, id: string): Promise<ExportRow | undefined> {
  return db.selectFrom("export_run").select(columns).where("id", "=", id).executeTakeFirst();
}

/** The file piece by piece, never as a whole. */
export async function* readPieces(db: Db, { id, pieces }: Pick<ExportRow, "id" | "pieces">): AsyncGenerator<Buffer> {
  for (let ordinal = 0; ordinal < pieces; ordinal++) {
    const { content } = await db
      .selectFrom("export_piece")
      .select("content")
      .where("run_id", "=", id)
      .where("ordinal", "=", ordinal)
      .executeTakeFirstOrThrow();
    yield content;
  }
}
