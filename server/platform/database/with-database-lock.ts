import pg from "pg";

/**
 * Runs `work` in one process of the house at a time, whichever machine it is on. The lock lives as long as a connection of
 * its own: it goes with a process that dies. That connection may be cut for idling behind a proxy, so this is for short work.
 */
export async function withDatabaseLock<T>(url: string, what: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // A cut connection is told by the next statement; without a listener its event would end the process.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [`redress ${what}`]);
    return await work();
  } finally {
    await client.end();
  }
}
