import type { JobHandlers } from "../../platform/jobs/work-queue.ts";
import type { House } from "../../request-context.ts";
import { remindOwners } from "../actions/remind-owners.ts";
import { verifyEverything } from "../actions/verify-everything.ts";

/** What the desk verifies by itself. A broken chain is an error in the log: somebody wrote past the door. */
export const auditJobs = {
  "verify-everything": async ({ db, clock, log }) => {
    const { chains, money } = await verifyEverything(db, clock, "NIGHTLY");
    for (const { broken } of chains) if (broken !== null) log.error({ ...broken }, "audit: a chain is broken");
    if (money.length > 0) log.error({ count: money.length }, "audit: counters of money differ");
  },
  async "sweep-findings"(house) {
    const reminded = await remindOwners(house);
    if (reminded > 0) house.log.info({ reminded }, "audit: owners of findings reminded");
  },
} satisfies JobHandlers<House>;
