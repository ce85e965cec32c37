import type { JobHandlers } from "../../platform/jobs/work-queue.ts";
import type { House } from "../../request-context.ts";
import type { Channels } from "../channels/channel.ts";
import { sendNotice } from "./send-notice.ts";
import { sweepNotices } from "./sweep-notices.ts";

/** What the workers do about notices. */
export function noticeJobs(channels: Channels) {
  return {
    "send-notice": (house, { noticeId }, signal) => sendNotice(house, channels, noticeId, signal),
    "sweep-notices": async (house) => {
      await sweepNotices(house);
    },
  } satisfies JobHandlers<House>;
}
