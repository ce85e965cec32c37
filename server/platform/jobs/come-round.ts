import type { PgBoss } from "pg-boss";
import type { JobName } from "../jobs.ts";
import type { Log } from "../log-line.ts";

/** Asks for work that comes round; of all processes that ask within one span, one is heard. Returns what stops it. */
export function comeRound(boss: PgBoss, log: Log, name: JobName, everySeconds: number): () => void {
  const ask = () => {
    boss.send(name, {}, { singletonKey: name, singletonSeconds: everySeconds }).catch((error: unknown) => {
      // The database is away, or this process is stopping; the next turn asks again.
      log.warn({ err: error, job: name }, "A round of work was missed");
    });
  };
  ask();
  const timer = setInterval(ask, everySeconds * 1000);
  return () => clearInterval(timer);
}
