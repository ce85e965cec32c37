import { approvalJobs } from "./approvals/jobs/approval-jobs.ts";
import { auditJobs } from "./audit/jobs/audit-jobs.ts";
import { caseJobs } from "./cases/jobs/case-jobs.ts";
import { importJobs } from "./disputes/jobs/import-jobs.ts";
import { exportJobs } from "./exports/jobs/export-jobs.ts";
import type { Channels } from "./notices/channels/channel.ts";
import { noticeJobs } from "./notices/jobs/notice-jobs.ts";
import type { JobHandlers } from "./platform/jobs/work-queue.ts";
import type { Providers } from "./providers/provider.ts";
import { refundJobs } from "./refunds/jobs/refund-jobs.ts";
import type { House } from "./request-context.ts";
import { threadJobs } from "./threads/jobs/thread-jobs.ts";
import { trainingJobs } from "./training/jobs/training-jobs.ts";

/** What the workers do for each kind of job. A kind that nobody handles does not compile. */
export function jobHandlers(providers: Providers, channels: Channels): JobHandlers<House> {
  return {
    ...approvalJobs,
    ...caseJobs,
    ...importJobs,
    ...threadJobs,
    ...refundJobs(providers),
    ...noticeJobs(channels),
    ...trainingJobs,
    ...auditJobs,
    ...exportJobs,
  };
}
