import type { PDFContext } from "@cantoo/pdf-lib";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { FileProblem } from "../domain/file-problem.ts";
import { programsIn } from "./look-for-programs.ts";
import { openUnlocked } from "./open-unlocked.ts";
import type { ReadPdf } from "./read-pdf.ts";
import { PdfWalk } from "./walk-pdf.ts";

/** A file as it was sent, once no program is found in any part of it: nothing of it goes by being written anew. */
export async function keptPdf(file: Buffer, pdf: ReadPdf): Promise<Result<Uint8Array, FileProblem>> {
  const problem = programsIn(file, file.toString("latin1"));
  if (problem !== null) return refused(problem);
  if (startsAnything(pdf, pdf.context)) return refused({ code: "RUNS_PROGRAMS" });
  const unlocked = pdf.isLocked ? await openUnlocked(file) : null;
  if (unlocked !== null && startsAnything(pdf, unlocked)) return refused({ code: "RUNS_PROGRAMS" });
  return done(file);
}

/** In any object, whether something leads to it or not. */
function startsAnything(pdf: ReadPdf, context: PDFContext): boolean {
  const walk = new PdfWalk({ ...pdf, context });
  for (const [ref] of context.enumerateIndirectObjects()) walk.from(ref);
  return walk.startsSomething;
}
