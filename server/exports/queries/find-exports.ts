import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

const columns = [
  ...(["id", "owner_id", "kind", "question", "locale", "sight", "state", "failure", "rows_total"] as const),
  ...(["rows_written", "cursor", "pieces", "bytes", "started_at", "finished_at", "expires_at"] as const),
  ...(["downloads", "last_download_at"] as const),
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

export function getExport(db: Db, id: string): Promise<ExportRow> {
  return db.selectFrom("export_run").select(columns).where("id", "=", id).executeTakeFirstOrThrow();
}

export function findExport(db: Db, id: string): Promise<ExportRow | undefined> {
  return db.selectFrom("export_run").select(columns).where("id", "=", id).executeTakeFirst();
}

/** An export of somebody's own; another's is not there for them. */
export async function findOwnExport(db: Db, ownerId: string | null, id: string | null): Promise<ExportRow | null> {
  if (ownerId === null || id === null) return null;
  const found = await findExport(db, id);
  return found?.owner_id === ownerId ? found : null;
}

/** The file piece by piece, never as a whole. A piece that was taken away meanwhile breaks the reading off. */
export async function* readPieces(db: Db, { id, pieces }: Pick<ExportRow, "id" | "pieces">) {
  for (let ordinal = 0; ordinal < pieces; ordinal++) {
    yield await db
      .selectFrom("export_piece")
      .select(["content", "contacts_of"])
      .where("run_id", "=", id)
      .where("ordinal", "=", ordinal)
      .executeTakeFirstOrThrow();
  }
}
