import { AsyncLocalStorage } from "node:async_hooks";
import type { QueryConfig } from "pg";
import type { Database } from "../../server/platform/database/database.ts";

interface Count {
  statements: number;
}

const counting = new AsyncLocalStorage<Count>();
const watched = new WeakSet<object>();

function watch(client: object): void {
  if (watched.has(client)) return;
  watched.add(client);
  const target = client as { query: (...given: unknown[]) => unknown };
  const query = target.query.bind(client);
  target.query = (...given) => {
    const [what] = given as [string | QueryConfig | undefined];
    const count = counting.getStore();
    if (count && (typeof what === "string" || (what !== undefined && "text" in what))) count.statements++;
    return query(...given);
  };
}

/**
 * How many statements go over the desk's own connections for what is done; log-in's and the queue's are apart. What the
 * desk does beside it, as for notices of earlier acts, is not counted.
 */
export async function countStatements(database: Database, work: () => Promise<unknown>): Promise<number> {
  const count: Count = { statements: 0 };
  database.pool.on("acquire", watch);
  try {
    await counting.run(count, work);
    return count.statements;
  } finally {
    database.pool.off("acquire", watch);
  }
}
