import type { Day } from "../kernel/day.ts";
import { done, type Result, refused } from "../kernel/result.ts";
import { bufferSource } from "../platform/csv/byte-source.ts";
import { readHeader } from "../platform/csv/read-header.ts";
import { type CsvRow, readRows, TooManyBrokenLines } from "../platform/csv/read-rows.ts";
import type { Db } from "../platform/database/database.ts";
import { brokenRow } from "../transactions/domain/broken-row.ts";
import { type ColumnPlaces, placeColumns } from "../transactions/domain/columns.ts";
import { fileProblemOf } from "../transactions/domain/file-problem-of.ts";
import { judgeOutside, type OutsideFate } from "./domain/judge-outside.ts";
import type { OutsideFileProblem } from "./domain/outside-problem.ts";
import {
  type OutsideColumn,
  outsideColumns,
  type ReadOutsideRow,
  readOutsideRow,
  unreadRow,
} from "./domain/outside-row.ts";
import { findOutsideFacts } from "./queries/find-outside-facts.ts";

/** A file of records from outside, and what would happen to each of its rows. */
export interface JudgedFile {
  readonly header: readonly string[];
  readonly places: ColumnPlaces<OutsideColumn>;
  readonly rows: readonly { readonly row: CsvRow; readonly fate: OutsideFate }[];
}

/** Records of training come by the hundred, so that all of them are looked at before one is taken. */
const mostRows = 1000;

/** Looked at and taken by the same reading: what the preview says of a row is what happens to it, unless the desk has changed in between. */
export async function readOutsideFile(
  db: Db,
  { byId, today }: { readonly byId: string | null; readonly today: Day },
  content: string,
): Promise<Result<JudgedFile, OutsideFileProblem>> {
  const source = bufferSource(Buffer.from(content));
  const header = await readHeader(source);
  if (header.kind !== "HEADER") return refused(fileProblemOf(header));
  const placed = placeColumns(header.fields, outsideColumns);
  if (!placed.ok) return placed;
  const places = placed.value;
  const rows: CsvRow[] = [];
  try {
    for await (const batch of readRows(source, header, header.end, mostRows + 1)) rows.push(...batch);
  } catch (thrown) {
    if (thrown instanceof TooManyBrokenLines) return refused({ code: "TOO_BROKEN", line: thrown.line });
    throw thrown;
  }
  if (rows.length > mostRows) return refused({ code: "TOO_MANY_ROWS", max: mostRows });
  const read = rows.map((row) => (row.kind === "ROW" ? readOutsideRow(row.fields, places) : brokenLine(row.why)));
  const named = read.map(({ seen }) => seen);
  const fates = judgeOutside(read, { today, byId, ...(await findOutsideFacts(db, named)) });
  return done({ header: header.fields, places, rows: rows.map((row, index) => ({ row, fate: fateAt(fates, index) })) });
}

function brokenLine(why: Parameters<typeof brokenRow>[0]): ReadOutsideRow {
  const broken = brokenRow(why);
  return unreadRow(broken.ok ? [] : broken.error);
}

function fateAt(fates: readonly OutsideFate[], index: number): OutsideFate {
  const fate = fates[index];
  if (fate === undefined) throw new Error(`Row ${index} of a file was not judged`);
  return fate;
}
