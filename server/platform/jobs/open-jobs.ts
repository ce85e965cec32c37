import { fromKysely, type PgBoss } from "pg-boss";
import { newId } from "../../kernel/ids.ts";
import type { JobData, JobName, Jobs } from "../jobs.ts";
import type { Log } from "../log-line.ts";
import { makeBoss } from "./boss.ts";
import { comeRound } from "./come-round.ts";
import { jobNames, jobQueues } from "./queues.ts";
import { type JobHandlers, workQueue } from "./work-queue.ts";

/** The queue as the composition holds it: everybody enqueues, some work. */
export interface OpenJobs extends Jobs {
  /** Begins to work the jobs that have a handler here. */
  startWorkers<H>(house: H, handlers: JobHandlers<H>): Promise<void>;
  /** Takes no new jobs, gives the running ones time to end, and closes; what did not end is run again elsewhere. */
  stop(): Promise<void>;
}

export interface JobsSettings {
  readonly log: Log;
  /** Will `startWorkers` be called? A process that only enqueues holds fewer connections and does not supervise. */
  readonly works: boolean;
  readonly stopWithinMs?: number;
}

/** Opens the queue; its tables have to be there (`migrateJobs`). Waits for a database that is still starting. */
export async function openJobs(url: string, { log, works, stopWithinMs = 20_000 }: JobsSettings): Promise<OpenJobs> {
  const boss = makeBoss(url, log, { connections: works ? 6 : 2, works });
  await boss.start({ attempts: 6 });
  const stopRounds: (() => void)[] = [];
  return {
    enqueue: enqueueWith(boss),
    enqueueAll: enqueueAllWith(boss),
    async startWorkers(house, handlers) {
      if (!works) throw new Error("This process opened the queue only to enqueue");
      const start = async <N extends JobName>(name: N) => {
        const handler = handlers[name];
        if (handler === undefined) return;
        const { slots, everySeconds } = jobQueues[name];
        await workQueue(boss, log, { name, slots, run: (data: JobData[N], signal) => handler(house, data, signal) });
        if (everySeconds !== null) stopRounds.push(comeRound(boss, log, name, everySeconds));
      };
      for (const name of jobNames) await start(name);
    },
    async stop() {
      for (const stopRound of stopRounds) stopRound();
      await boss.stop({ timeout: stopWithinMs });
    },
  };
}

function enqueueWith(boss: PgBoss): Jobs["enqueue"] {
  return async (transaction, name, data, options = {}) => {
    if (!transaction.isTransaction) throw new Error(`${name} was enqueued outside the transaction that causes it`);
    // A queue holds one waiting job a key, so work without a key gets one of its own. Null: such a job waits already.
    await boss.send(name, data, {
      singletonKey: options.key ?? newId(),
      ...(options.startAfter !== undefined && { startAfter: options.startAfter }),
      db: fromKysely(transaction),
    });
  };
}

function enqueueAllWith(boss: PgBoss): Jobs["enqueueAll"] {
  return async (transaction, name, jobs) => {
    if (!transaction.isTransaction) throw new Error(`${name} was enqueued outside the transaction that causes it`);
    if (jobs.length === 0) return;
    await boss.insert(
      name,
      jobs.map(({ key, data }) => ({ singletonKey: key, data })),
      { db: fromKysely(transaction) },
    );
  };
}
