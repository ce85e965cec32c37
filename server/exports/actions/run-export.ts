import { stringify } from "csv-stringify/sync";
import { forSpreadsheets } from "../../platform/csv/for-spreadsheets.ts";
import type { House } from "../../request-context.ts";
import { findStaffActor } from "../../staff/queries/find-actor.ts";
import { headingsOf, sheetColumns } from "../domain/columns.ts";
import { isStillTheirs } from "../domain/made-for.ts";
import { type ExportLimits, exportLimits, isUnfinished } from "../domain/words.ts";
import { readQuestion } from "../export-question.ts";
import { type ExportRow, findExport } from "../queries/find-exports.ts";
import { readSheet } from "../queries/read-sheet.ts";
import type { SheetPage } from "../queries/sheet.ts";
import { endExport } from "./end-export.ts";
import { keepPiece } from "./keep-piece.ts";
import { noteContacts } from "./note-contacts.ts";

type Desk = Pick<House, "db" | "clock" | "noteAccess">;

/**
 * Writes a list into a file, piece by piece, from where an earlier worker stopped. Whose list it is, is asked anew for each
 * piece: what somebody may no longer read is not written for them.
 */
export async function runExport(
  desk: Desk,
  exportId: string,
  signal: AbortSignal,
  limits: ExportLimits = exportLimits,
): Promise<void> {
  for (;;) {
    const run = await findExport(desk.db, exportId);
    if (run === undefined || !isUnfinished(run.state)) return;
    if (!(await writePiece(desk, run, limits))) return;
    // What is written stays written: whoever goes on begins behind this piece.
    signal.throwIfAborted();
  }
}

/** True while there is more to write, and nobody else writes it. */
async function writePiece(desk: Desk, run: ExportRow, limits: ExportLimits): Promise<boolean> {
  const actor = await findStaffActor(desk.db, run.owner_id, desk.clock.now());
  if (actor === null || !isStillTheirs(actor, run)) return giveUp(desk, run, "RIGHTS_CHANGED");
  const page = await readSheet(desk.db, actor, readQuestion(run.question), {
    first: limits.batchRows,
    after: run.cursor,
    locale: run.locale,
  });
  if (run.rows_written + page.rows.length > limits.mostRows) return giveUp(desk, run, "TOO_LARGE");
  const { rows, contactsOf, next } = page;
  await noteContacts(desk, run, contactsOf);
  const piece = { content: Buffer.from(toCsv(run, page)), rows: rows.length, contactsOf, next };
  return (await keepPiece(desk, run, piece, limits)) && next !== null;
}

async function giveUp(desk: Desk, { id }: ExportRow, failure: "RIGHTS_CHANGED" | "TOO_LARGE"): Promise<false> {
  await endExport(desk, id, { state: "FAILED", failure });
  return false;
}

/** The mark and the headings stand before the first piece. */
function toCsv({ kind, locale, pieces }: ExportRow, { rows }: SheetPage<ExportRow["kind"]>): string {
  const isFirst = pieces === 0;
  const lines = rows.map((row: Readonly<Record<string, string>>) => sheetColumns[kind].map((name) => row[name] ?? ""));
  return stringify(isFirst ? [headingsOf(kind, locale), ...lines] : lines, {
    ...forSpreadsheets,
    bom: isFirst,
  });
}
