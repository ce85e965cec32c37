import type { JobHandlers } from "../../platform/jobs/work-queue.ts";
import type { House } from "../../request-context.ts";
import { sendHeldMessage } from "./send-held-message.ts";
import { sweepHeldMessages } from "./sweep-held-messages.ts";

export const threadJobs: JobHandlers<House> = {
  "send-held-message": (house, { heldId }) => sendHeldMessage(house, heldId),
  "sweep-held-messages": async (house) => {
    await sweepHeldMessages(house);
  },
};
