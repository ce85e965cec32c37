import type { JobHandlers } from "../../platform/jobs/work-queue.ts";
import type { House } from "../../request-context.ts";
import { remindOwners } from "../actions/remind-owners.ts";
import { verifyEverything } from "../actions/verify-everything.ts";
import type { BrokenChain } from "../queries/verify-chains.ts";

/** What the desk verifies by itself. A broken chain is an error in the log: somebody wrote past the door. */
export const auditJobs = {
  "verify-everything": async ({ db, clock, log }) => {
    const { chains, money } = await verifyEverything(db, clock, "NIGHTLY");
    for (const { broken } of chains) if (broken !== null) log.error(whereOf(broken), "audit: a chain is broken");
    if (money.length > 0) log.error({ count: money.length }, "audit: counters of money differ");
  },
  async "sweep-findings"(house) {
    const reminded = await remindOwners(house);
    if (reminded > 0) house.log.info({ count: reminded }, "audit: owners of findings reminded");
  },
} satisfies JobHandlers<House>;

/** What to look for in the database; what people know it by may be somebody's name, and stays out of the log. */
function whereOf({ chain, id, sequence, fault }: BrokenChain) {
  return { chain, thingId: id, sequence, code: fault };
}
