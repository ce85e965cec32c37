import { CsvError, parse } from "csv-parse";
import { type ByteSource, readAt } from "./byte-source.ts";
import type { CsvHeader, Place } from "./read-header.ts";

/** One record of the file, or one line of it that is no record; `end` is where reading goes on after a crash. */
export type CsvRow =
  | { readonly kind: "ROW"; readonly line: number; readonly fields: readonly string[]; readonly end: Place }
  | {
      readonly kind: "BROKEN";
      readonly line: number;
      readonly why: "QUOTE_NOT_CLOSED" | "ROW_TOO_LARGE";
      readonly text: string;
      readonly end: Place;
    };

/** Thrown when so many lines are broken that the file is something else than it says. */
export class TooManyBrokenLines extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`Too many broken lines by line ${line}`);
    this.line = line;
  }
}

type Form = Pick<CsvHeader, "fields" | "delimiter">;

export const maxRowBytes = 16 * 1024;

/**
 * Reads the rows from a place on, in batches of at least `batchRows` (the last one may be smaller). A quote that is never
 * closed would swallow the rest of the file: its line is given as broken, and reading goes on with the next line.
 */
export async function* readRows(
  source: ByteSource,
  form: Form,
  from: Place,
  batchRows: number,
  mostBroken = 1000,
): AsyncGenerator<readonly CsvRow[]> {
  let rows: CsvRow[] = [];
  let place = from;
  for (let broken = 0; place.byte < source.bytes; broken += 1) {
    if (broken > mostBroken) throw new TooManyBrokenLines(place.line);
    const stretch = new Stretch(form, place);
    for await (const chunk of source.open(place.byte)) {
      await stretch.write(chunk);
      rows = rows.concat(stretch.taken());
      if (rows.length >= batchRows) {
        yield rows;
        rows = [];
      }
      if (stretch.broken) break;
    }
    await stretch.end();
    rows = rows.concat(stretch.taken());
    place = stretch.place;
    if (!stretch.broken) break;
    const skipped = await brokenLine(source, place);
    rows.push(skipped);
    place = skipped.end;
  }
  if (rows.length > 0) yield rows;
}

/** Parsing from one place to the end of the file, or to the first record that is none. */
class Stretch {
  /** Behind the last record that was taken. */
  place: Place;
  broken = false;
  private readonly base: number;
  private readonly columns: number;
  private readonly parser: ReturnType<typeof parse>;
  private rows: CsvRow[] = [];

  constructor(form: Form, place: Place) {
    this.place = place;
    this.base = place.byte;
    this.columns = form.fields.length;
    this.parser = parse({
      delimiter: form.delimiter,
      record_delimiter: ["\r\n", "\n"],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: maxRowBytes,
      // Rows are taken here and not from the stream, which drops what it holds when an error comes.
      on_record: (fields: string[], { bytes }) => this.take(fields, bytes),
    });
    // The callback of each write says the same; without a listener the event would end the process.
    this.parser.on("error", () => undefined);
    this.parser.resume();
  }

  write(chunk: Uint8Array): Promise<void> {
    return this.fed((done) => this.parser.write(chunk, done));
  }

  async end(): Promise<void> {
    if (!this.broken) await this.fed((done) => this.parser.end(done));
    this.parser.destroy();
  }

  taken(): readonly CsvRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  private take(fields: string[], bytes: number): null {
    if (this.broken) return null;
    const newlines = fields.reduce((sum, field) => sum + (field.includes("\n") ? field.split("\n").length - 1 : 0), 0);
    if (newlines > 0 && (fields.length !== this.columns || fields.some(keptItsQuote))) {
      this.broken = true;
      return null;
    }
    const { line } = this.place;
    this.place = { byte: this.base + bytes, line: line + 1 + newlines };
    const blank = fields.length === 1 && fields[0]?.trim() === "";
    if (!blank) this.rows.push({ kind: "ROW", line, fields, end: this.place });
    return null;
  }

  private async fed(feed: (done: (error?: Error | null) => void) => void): Promise<void> {
    const error = await new Promise<Error | null | undefined>((resolve) => feed(resolve));
    if (error == null) return;
    if (!(error instanceof CsvError)) throw error;
    this.broken = true;
  }
}

/** A stray quote that met another one some lines further down: the parser then leaves it in the field. */
function keptItsQuote(field: string): boolean {
  return field.startsWith('"') && field.includes("\n");
}

async function brokenLine(source: ByteSource, { byte, line }: Place): Promise<CsvRow> {
  const head = await readAt(source, byte, maxRowBytes);
  const newline = head.indexOf(10);
  const end = newline === -1 ? await nextLine(source, byte) : byte + newline + 1;
  return {
    kind: "BROKEN",
    line,
    why: newline === -1 && head.length === maxRowBytes ? "ROW_TOO_LARGE" : "QUOTE_NOT_CLOSED",
    text: head.toString("utf8", 0, newline === -1 ? head.length : newline),
    end: { byte: end, line: line + 1 },
  };
}

/** Where the line after this one begins, however long this one is. */
async function nextLine(source: ByteSource, from: number): Promise<number> {
  let at = from;
  for await (const chunk of source.open(from)) {
    const newline = chunk.indexOf(10);
    if (newline !== -1) return at + newline + 1;
    at += chunk.byteLength;
  }
  return at;
}
