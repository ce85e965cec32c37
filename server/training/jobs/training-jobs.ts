import type { JobHandlers } from "../../platform/jobs/work-queue.ts";
import type { House } from "../../request-context.ts";
import type { WriteReminders } from "../actions/remind.ts";
import { sweepTraining } from "./sweep-training.ts";

/** What the desk does about training by itself. */
export function trainingJobs(write: WriteReminders) {
  return {
    "sweep-training": (house) => sweepTraining(house, write),
  } satisfies JobHandlers<House>;
}
