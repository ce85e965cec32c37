import { newId } from "../../kernel/ids.ts";
import { isPassing } from "../../platform/jobs/is-passing.ts";
import type { JobHandlers } from "../../platform/jobs/work-queue.ts";
import type { House } from "../../request-context.ts";
import { systemActor } from "../../staff/domain/actor.ts";
import { dropUpload } from "../../transactions/actions/drop-upload.ts";
import { askForWaitingImports, giveUpAbandoned, giveUpImport } from "../../transactions/actions/give-up-import.ts";
import { ImportTakenOver } from "../../transactions/actions/record-batch.ts";
import { runImport } from "../../transactions/actions/run-import.ts";
import { findImportRun, type ImportRunRow } from "../../transactions/queries/find-import-runs.ts";
import { uploadSource } from "../../transactions/queries/upload-source.ts";
import { importers } from "../importers.ts";

/** Reads an uploaded file. A worker that is killed leaves its place behind, and the next one goes on from there. */
export const importJobs: JobHandlers<House> = {
  async "run-import"(house, { importId }, signal) {
    const run = await findImportRun(house.db, importId);
    if (run === undefined) return;
    try {
      await read(house, run, signal);
    } catch (thrown) {
      // Another worker has the file: it is the one that ends it.
      if (thrown instanceof ImportTakenOver) return;
      if (signal.aborted || isPassing(thrown)) throw thrown;
      await failed(house, importId, thrown);
    }
    await dropUpload(house.db, importId);
  },
  async "sweep-imports"(house) {
    await giveUpAbandoned(house);
    await askForWaitingImports(house);
  },
};

async function read(house: House, run: ImportRunRow, signal: AbortSignal): Promise<void> {
  const ctx = { ...house, actor: systemActor, locale: "en" } as const;
  const source = uploadSource(house.db, run.id, Number(run.bytes_total ?? 0n));
  await runImport(ctx, run.id, source, importers[run.kind], { signal });
}

async function failed(house: House, importId: string, thrown: unknown): Promise<void> {
  const reference = newId();
  house.log.error({ err: thrown, reference, importId }, "An import could not go on");
  await giveUpImport(house, importId, { code: "OUR_FAULT", reference });
}
