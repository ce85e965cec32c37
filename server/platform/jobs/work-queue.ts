import type { PgBoss } from "pg-boss";
import type { JobData, JobName } from "../jobs.ts";
import type { Log } from "../log-line.ts";

/** What is done for each kind of job. Delivery is at least once: a handler that is killed or fails is called again. */
export type JobHandlers<H> = {
  readonly [N in JobName]?: (house: H, data: JobData[N], signal: AbortSignal) => Promise<void>;
};

export interface QueueWork<N extends JobName> {
  readonly name: N;
  readonly slots: number;
  readonly run: (data: JobData[N], signal: AbortSignal) => Promise<void>;
}

/**
 * One worker a slot, and each end wakes them all: a worker by itself takes one job a poll, and a backlog would drain
 * at one job every two seconds.
 */
export async function workQueue<N extends JobName>(
  boss: PgBoss,
  log: Log,
  { name, slots, run }: QueueWork<N>,
): Promise<void> {
  const workers: string[] = [];
  const wakeAll = () => {
    for (const worker of workers) boss.notifyWorker(worker);
  };
  const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2, heartbeatRefreshSeconds: 4 };
  for (let slot = 0; slot < slots; slot++) {
    const worker = await boss.work<JobData[N]>(name, { ...polling, batchSize: 1 }, async (jobs) => {
      try {
        for (const job of jobs) await run(job.data, job.signal);
      } catch (error) {
        const [job] = jobs;
        log.error(
          { err: error, job: name, jobId: job?.id, attempt: job?.retryCount },
          "A job failed and is tried again",
        );
        throw error;
      } finally {
        // A moment later, so that this job's end is written before the next is looked for.
        setTimeout(wakeAll, 5);
      }
    });
    workers.push(worker);
  }
}
