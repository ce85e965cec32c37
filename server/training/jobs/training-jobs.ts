import type { JobHandlers } from "../../platform/jobs/work-queue.ts";
import type { House } from "../../request-context.ts";
import { sweepTraining } from "./sweep-training.ts";

/** What the desk does about training by itself. */
export const trainingJobs = { "sweep-training": sweepTraining } satisfies JobHandlers<House>;
