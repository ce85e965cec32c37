import { newId } from "../../kernel/ids.ts";
import { isPassing } from "../../platform/jobs/is-passing.ts";
import type { JobHandlers } from "../../platform/jobs/work-queue.ts";
import type { House } from "../../request-context.ts";
import { endExport } from "../actions/end-export.ts";
import { runExport } from "../actions/run-export.ts";
import { expireExports, findLostExports } from "../actions/sweep-exports.ts";

/** Writes files. A worker that is killed leaves its pieces behind, and the next one goes on after the last of them. */
export const exportJobs = {
  "run-export": async (house, { exportId }, signal) => {
    try {
      await runExport(house, exportId, signal);
    } catch (thrown) {
      if (signal.aborted || isPassing(thrown)) throw thrown;
      house.log.error({ err: thrown, reference: newId(), exportId }, "An export could not go on");
      await endExport(house, exportId, { state: "FAILED", failure: "OUR_FAULT" });
    }
  },
  "sweep-exports": async (house) => {
    await expireExports(house);
    await findLostExports(house);
  },
} satisfies JobHandlers<House>;
