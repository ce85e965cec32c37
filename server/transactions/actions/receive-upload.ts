import { toGlobalId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import type { ChosenColumns } from "../domain/chosen-columns.ts";
import type { FileProblem } from "../domain/import-problem.ts";
import type { ImportKind } from "../domain/words.ts";
import { beginImport } from "./begin-import.ts";
import { giveUpAbandoned, giveUpImport } from "./give-up-import.ts";

export interface Upload {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly columns: ChosenColumns;
  readonly content: AsyncIterable<Uint8Array>;
  readonly mostBytes: number;
}

/** A piece as it is stored: large enough for few statements, small enough for many uploads at once. */
const pieceBytes = 512 * 1024;

/**
 * Takes an upload into the database and queues its reading. From there any worker reads it, whatever becomes of the
 * browser, of this server or of its disk; the file is thrown away when it has been read.
 */
export async function receiveUpload(ctx: ActionContext, upload: Upload): Promise<Result<{ id: string }, FileProblem>> {
  await giveUpAbandoned(ctx);
  const { kind, fileName, columns, mostBytes } = upload;
  const importId = await beginImport(ctx.db, ctx, { kind, fileName, columns, state: "RECEIVING", bytesTotal: null });
  const received = await keepPieces(ctx, importId, upload.content, mostBytes);
  if (!received.ok) {
    await giveUpImport(ctx, importId, received.error);
    return received;
  }
  await ctx.db.transaction().execute(async (trx) => {
    await trx
      .updateTable("import_run")
      .set({ state: "QUEUED", bytes_total: BigInt(received.value) })
      .where("id", "=", importId)
      .execute();
    await ctx.jobs.enqueue(trx, "run-import", { importId }, { key: importId });
  });
  return done({ id: toGlobalId("ImportRun", importId) });
}

async function keepPieces(
  ctx: ActionContext,
  importId: string,
  content: AsyncIterable<Uint8Array>,
  mostBytes: number,
): Promise<Result<number, FileProblem>> {
  let [kept, waiting] = [0, 0];
  let pieces: Uint8Array[] = [];
  const keep = async () => {
    const piece = { run_id: importId, starts_at: BigInt(kept), content: Buffer.concat(pieces) };
    if (waiting > 0) await keepPiece(ctx, piece);
    [kept, waiting, pieces] = [kept + waiting, 0, []];
  };
  try {
    for await (const piece of content) {
      waiting += piece.byteLength;
      if (kept + waiting > mostBytes) return refused({ code: "TOO_LARGE", maxBytes: mostBytes });
      pieces.push(piece);
      if (waiting >= pieceBytes) await keep();
    }
  } catch (thrown) {
    if (thrown instanceof KeepingFailed) throw thrown.cause;
    return refused({ code: "UPLOAD_BROKE_OFF" });
  }
  await keep();
  return done(kept);
}

/** The database could not keep a piece: our own fault. Whatever else ends the loop is the sender's connection. */
class KeepingFailed extends Error {}

async function keepPiece(
  { db }: ActionContext,
  piece: { run_id: string; starts_at: bigint; content: Buffer },
): Promise<void> {
  try {
    await db.insertInto("import_chunk").values(piece).execute();
  } catch (cause) {
    throw new KeepingFailed("A piece of the upload could not be kept", { cause });
  }
}
