import { PgBoss } from "pg-boss";
import { jobSchema } from "./boss.ts";
import { comesRound, deadLetters, jobQueues, onceAsked } from "./queues.ts";

/** Brings the queue's own tables and the settings of every queue up to date; running it again changes nothing. */
export async function migrateJobs(url: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    schema: jobSchema,
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  let failure: Error | null = null;
  boss.on("error", (error) => {
    failure = error;
  });
  await boss.start();
  try {
    await boss.createQueue(deadLetters, { retentionSeconds: 90 * 86_400, deleteAfterSeconds: 0 });
    for (const [name, { everySeconds }] of Object.entries(jobQueues)) {
      const settings = everySeconds === null ? onceAsked : comesRound;
      // "short": at most one waits for each key, while another of the same key may be running.
      await boss.createQueue(name, { ...settings, policy: "short" });
      // createQueue leaves the settings of a queue that is there already as they were.
      await boss.updateQueue(name, settings);
    }
  } finally {
    await boss.stop({ timeout: 5_000 });
  }
  if (failure !== null) throw failure;
}
