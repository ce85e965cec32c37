import type { House } from "../../request-context.ts";
import { type ExportLimits, unfinished } from "../domain/words.ts";
import type { ExportRow } from "../queries/find-exports.ts";

export interface NewPiece {
  readonly content: Buffer;
  readonly rows: number;
  readonly contactsOf: readonly string[];
  /** Behind its last row; null where it is the last piece. */
  readonly next: readonly string[] | null;
}

const dayMs = 86_400_000;

/**
 * Keeps a piece and the place behind it together, and with the last one says that the file is whole. Two workers on one
 * export cannot both: the second finds the first's piece, or that the export was cancelled, and is told false.
 */
export function keepPiece(
  { db, clock }: Pick<House, "db" | "clock">,
  before: ExportRow,
  { content, rows, contactsOf, next }: NewPiece,
  { keptDays }: ExportLimits,
): Promise<boolean> {
  const now = clock.now();
  const done = { state: "DONE", finished_at: now, expires_at: new Date(now.getTime() + keptDays * dayMs) } as const;
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("export_run")
      .set({
        ...(next === null ? done : { state: "RUNNING" }),
        cursor: next === null ? null : [...next],
        pieces: before.pieces + 1,
        rows_written: before.rows_written + rows,
        bytes: before.bytes + BigInt(content.byteLength),
        touched_at: now,
      })
      .where("id", "=", before.id)
      .where("pieces", "=", before.pieces)
      .where("state", "in", unfinished)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await trx
      .insertInto("export_piece")
      .values({ run_id: before.id, ordinal: before.pieces, content, contacts_of: [...contactsOf] })
      .execute();
    return true;
  });
}
