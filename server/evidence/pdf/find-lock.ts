import { type PDFContext, PDFDict, PDFName } from "@cantoo/pdf-lib";
import { withPlainNames } from "../domain/pdf-names.ts";

/** What locks a PDF by a password: only where the trailer in force leads to it. */
export function findLock(text: string, context: PDFContext): PDFDict | null {
  if (!/\/Encrypt(?![A-Za-z0-9])/.test(withPlainNames(trailerInForce(text)))) return null;
  const lock = context.lookup(context.trailerInfo.Encrypt);
  return lock instanceof PDFDict && lock.lookup(PDFName.of("Filter")) instanceof PDFName ? lock : null;
}

const longest = 64 * 1024;

/** Where the end of the file points to: a table with a trailer behind it, or a stream that is both. Else the last trailer of all. */
function trailerInForce(text: string): string {
  const end = text.slice(-2048);
  const at = Number(/startxref\s+(\d{1,10})(?![\s\S]*startxref)/.exec(end)?.[1] ?? Number.NaN);
  const pointed = Number.isNaN(at) ? "" : text.slice(at, at + longest).trimStart();
  if (/^\d+\s+\d+\s+obj/.test(pointed)) return upTo("stream", pointed);
  const table = /^xref\s/.test(pointed) ? text.indexOf("trailer", at) : text.lastIndexOf("trailer");
  return table === -1 ? "" : upTo("startxref", text.slice(table, table + longest));
}

const upTo = (word: string, text: string) => text.split(word, 1)[0] ?? "";
