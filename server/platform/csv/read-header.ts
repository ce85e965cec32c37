import { parse } from "csv-parse/sync";
import { type ByteSource, readAt } from "./byte-source.ts";
import { type NotText, sniffNotText, startsWithMark } from "./sniff-text.ts";

/** Between two rows: the next byte to read, and the number of the line that it begins. */
export interface Place {
  readonly byte: number;
  readonly line: number;
}

export interface CsvHeader {
  readonly kind: "HEADER";
  readonly fields: readonly string[];
  readonly delimiter: string;
  /** Where the first row begins. */
  readonly end: Place;
}

const headBytes = 64 * 1024;

/** Looks at the beginning of a file: whether it is text at all, what separates its fields, and what its columns are called. */
export async function readHeader(source: ByteSource): Promise<CsvHeader | NotText | { readonly kind: "EMPTY" }> {
  const head = await readAt(source, 0, headBytes);
  const notText = sniffNotText(head);
  if (notText !== null) return notText;
  const mark = startsWithMark(head) ? 3 : 0;
  const blank = /^[\s]*/.exec(head.toString("latin1", mark))?.[0].length ?? 0;
  const start = mark + blank;
  if (start === head.length) return { kind: "EMPTY" };
  const text = head.subarray(start);
  const delimiter = delimiterOf(text);
  const { fields, bytes } = firstRecord(text, delimiter);
  const end = start + bytes;
  const line = 1 + head.subarray(0, end).reduce((sum, byte) => (byte === 10 ? sum + 1 : sum), 0);
  return { kind: "HEADER", fields, delimiter, end: { byte: end, line } };
}

/** Spreadsheets of some countries write semicolons, others tabs. Whichever the first line has most of. */
function delimiterOf(text: Buffer): string {
  const newline = text.indexOf(10);
  const line = text.toString("utf8", 0, newline === -1 ? text.length : newline);
  const counts = [",", ";", "\t", "|"].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).sign;
}

function firstRecord(text: Buffer, delimiter: string): { fields: readonly string[]; bytes: number } {
  const options = { delimiter, info: true, to: 1, relax_quotes: true, record_delimiter: ["\r\n", "\n"] };
  // csv-parse's types know nothing of `info`.
  const [first] = parse(text, options) as unknown as { record: string[]; info: { bytes: number } }[];
  return { fields: first?.record ?? [], bytes: first?.info.bytes ?? text.length };
}
