import { basename } from "node:path";
import type { ByteSource } from "../../platform/csv/byte-source.ts";
import type { House } from "../../request-context.ts";
import { systemActor } from "../../staff/domain/actor.ts";
import { beginImport } from "../../transactions/actions/begin-import.ts";
import { giveUpAbandoned } from "../../transactions/actions/give-up-import.ts";
import { type ImportProgress, runImport } from "../../transactions/actions/run-import.ts";
import { fileProblemText, rowProblemText } from "../../transactions/domain/import-text.ts";
import type { ImportKind } from "../../transactions/domain/words.ts";
import { listImportErrors } from "../../transactions/queries/import-errors.ts";
import { importers } from "../importers.ts";

export interface NamedSource {
  readonly path: string;
  readonly source: ByteSource;
}

export interface ReportedError {
  readonly line: number;
  readonly column: string | null;
  readonly reason: string;
}

export interface ImportedFile {
  readonly run: Omit<ImportProgress, "failure"> & { readonly failure: string | null };
  /** The first bad rows, a line for every reason. */
  readonly errors: readonly ReportedError[];
}

const shownErrors = 200;

/** Reads a file that this machine holds, now and in this process: what the command line does. */
export async function importFile(
  house: House,
  kind: ImportKind,
  { path, source }: NamedSource,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<ImportedFile> {
  const ctx = { ...house, actor: systemActor, locale: "en" } as const;
  await giveUpAbandoned(ctx);
  const id = await beginImport(house.db, ctx, {
    kind,
    fileName: basename(path),
    state: "RUNNING",
    bytesTotal: source.bytes,
  });
  const run = await runImport(ctx, id, source, importers[kind], { onProgress });
  const bad = await listImportErrors(house.db, id, { first: shownErrors, afterLine: 0 });
  return {
    run: { ...run, failure: run.failure === null ? null : fileProblemText(run.failure).en },
    errors: bad.flatMap(({ line, problems }) =>
      problems.map((problem) => ({ line, column: problem.column, reason: rowProblemText(problem).en })),
    ),
  };
}
