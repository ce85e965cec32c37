import type { JobHandlers } from "../../platform/jobs/work-queue.ts";
import type { Providers } from "../../providers/provider.ts";
import type { House } from "../../request-context.ts";
import { askAboutRefund } from "./ask-about-refund.ts";
import { submitRefund } from "./submit-refund.ts";
import { sweepRefunds } from "./sweep-refunds.ts";

/** What the workers do about refunds. */
export function refundJobs(providers: Providers) {
  return {
    "submit-refund": (house, { refundId, heldUntil }, signal) =>
      submitRefund({ house, providers, signal }, refundId, heldUntil),
    "ask-about-refund": (house, { refundId }, signal) => askAboutRefund({ house, providers, signal }, refundId),
    "sweep-refunds": async (house) => {
      await sweepRefunds(house);
    },
  } satisfies JobHandlers<House>;
}
