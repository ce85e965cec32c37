import { PDFInvalidObject } from "@cantoo/pdf-lib";
import { done, type Result, refused } from "../../kernel/result.ts";
import { fileLimits } from "../domain/file-limits.ts";
import type { FileProblem } from "../domain/file-problem.ts";
import { countPages } from "./count-pages.ts";
import { inspectPdf } from "./inspect-pdf.ts";
import { readPdf } from "./read-pdf.ts";
import { walkPdf } from "./walk-pdf.ts";
import { writePdf } from "./write-pdf.ts";

/**
 * A PDF without who made it, when and with what, and without what stood in it before. What is signed or locked by a password
 * is left to the byte: writing it anew would break the proof, or need the password.
 */
export async function barePdf(bytes: Uint8Array): Promise<Result<Uint8Array, FileProblem>> {
  const problem = inspectPdf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (problem !== null) return refused(problem);
  try {
    return await writtenAnew(bytes);
  } catch (error) {
    // A stranger's file made the library throw: it cannot be read to its end, or not be written.
    return refused({ code: error instanceof RangeError ? "TOO_INTRICATE" : "FILE_DAMAGED" });
  }
}

async function writtenAnew(bytes: Uint8Array): Promise<Result<Uint8Array, FileProblem>> {
  const pdf = await readPdf(bytes);
  if (pdf === "LOCKED") return done(bytes);
  if (pdf === "TOO_INTRICATE") return refused({ code: "TOO_INTRICATE" });
  if (pdf === null) return refused({ code: "FILE_DAMAGED" });
  const { objects, signed, startsSomething } = walkPdf(pdf);
  if (startsSomething) return refused({ code: "RUNS_PROGRAMS" });
  const pages = countPages(pdf);
  if (pages === 0) return refused({ code: "FILE_DAMAGED" });
  if (signed) return done(bytes);
  // Of two generations under one number a reader would find one.
  const numbers = new Set(Array.from(objects.keys(), ({ objectNumber }) => objectNumber));
  if (numbers.size < objects.size) return refused({ code: "FILE_DAMAGED" });
  const content = writePdf(objects, pdf.root);
  if (content.length > fileLimits.bytes) return refused({ code: "FILE_TOO_LARGE", mostBytes: fileLimits.bytes });
  if (!objects.values().some((object) => object instanceof PDFInvalidObject)) return done(content);
  // What is written as it stood, since nobody can take it apart, may have broken what stands beside it.
  const again = await readPdf(content);
  const whole =
    again !== null &&
    typeof again !== "string" &&
    countPages(again) === pages &&
    walkPdf(again).objects.size === objects.size;
  return whole ? done(content) : refused({ code: "FILE_DAMAGED" });
}
