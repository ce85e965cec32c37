import type { JobHandlers } from "../../platform/jobs/work-queue.ts";
import type { House } from "../../request-context.ts";
import { systemActor } from "../../staff/domain/actor.ts";
import { expireRequests } from "../actions/expire-requests.ts";

/** What the desk does about approvals by itself. */
export const approvalJobs = {
  "sweep-approvals": async (house, _data, signal) => {
    await expireRequests({ ...house, actor: systemActor, locale: "zh-CN" }, signal);
  },
} satisfies JobHandlers<House>;
