import { PDFInvalidObject } from "@cantoo/pdf-lib";
import { done, type Result, refused } from "../../kernel/result.ts";
import { fileLimits } from "../domain/file-limits.ts";
import type { FileProblem } from "../domain/file-problem.ts";
import { countPages } from "./count-pages.ts";
import { keptPdf } from "./kept-pdf.ts";
import { type ReadPdf, readPdf } from "./read-pdf.ts";
import { walkPdf } from "./walk-pdf.ts";
import { writePdf } from "./write-pdf.ts";

/**
 * A PDF without who made it, when and with what, and without what stood in it before. What is signed or locked by a password
 * is left to the byte: writing it anew would break the proof, or need the password.
 */
export async function barePdf(bytes: Uint8Array): Promise<Result<Uint8Array, FileProblem>> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const isWhole = file.indexOf("%PDF-") === 0 && file.subarray(-1024).includes("%%EOF");
  if (!isWhole) return refused({ code: "FILE_DAMAGED" });
  try {
    const pdf = await readPdf(file);
    if (!pdf.ok) return pdf;
    return pdf.value.isLocked ? await keptPdf(file, pdf.value) : await writtenAnew(file, pdf.value);
  } catch (error) {
    // A stranger's file made the library throw: it cannot be read to its end, or not be written.
    return refused({ code: error instanceof RangeError ? "TOO_INTRICATE" : "FILE_DAMAGED" });
  }
}

async function writtenAnew(file: Buffer, pdf: ReadPdf): Promise<Result<Uint8Array, FileProblem>> {
  if (pdf.missesObjects) return refused({ code: "FILE_DAMAGED" });
  const { objects, isSigned, startsSomething } = walkPdf(pdf);
  if (startsSomething) return refused({ code: "RUNS_PROGRAMS" });
  const pages = countPages(pdf);
  if (pages === 0) return refused({ code: "FILE_DAMAGED" });
  if (isSigned) return keptPdf(file, pdf);
  // Of two generations under one number a reader would find one.
  const numbers = new Set(Array.from(objects.keys(), ({ objectNumber }) => objectNumber));
  if (numbers.size < objects.size) return refused({ code: "FILE_DAMAGED" });
  const content = writePdf(objects, pdf.root);
  if (content.length > fileLimits.bytes) return refused({ code: "FILE_TOO_LARGE", mostBytes: fileLimits.bytes });
  if (!objects.values().some((object) => object instanceof PDFInvalidObject)) return done(content);
  // What is written as it stood, since nobody can take it apart, may have broken what stands beside it.
  const again = await readPdf(content);
  const isGood = again.ok && countPages(again.value) === pages && walkPdf(again.value).objects.size === objects.size;
  return isGood ? done(content) : refused({ code: "FILE_DAMAGED" });
}
