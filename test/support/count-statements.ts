import type { QueryConfig } from "pg";
import type { Database } from "../../server/platform/database/database.ts";

/** How many statements go over the desk's own connections while something is done; log-in's and the queue's are apart. */
export async function countStatements(database: Database, work: () => Promise<unknown>): Promise<number> {
  const counted = new WeakSet<object>();
  let count = 0;
  const watch = (client: object) => {
    if (counted.has(client)) return;
    counted.add(client);
    const target = client as { query: (...given: unknown[]) => unknown };
    const query = target.query.bind(client);
    target.query = (...given) => {
      const [what] = given as [string | QueryConfig | undefined];
      if (typeof what === "string" || (what !== undefined && "text" in what)) count++;
      return query(...given);
    };
  };
  database.pool.on("acquire", watch);
  try {
    await work();
    return count;
  } finally {
    database.pool.off("acquire", watch);
  }
}
