import pg from "pg";
import { oneLine, StartUpError } from "./start-up-error.ts";

const OLDEST_VERSION = 160_000;

/** Asks the given database whether it is there and new enough, before anything is built upon it. */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int as version",
    );
    const version = rows[0]?.version ?? 0;
    if (version < OLDEST_VERSION)
      throw new StartUpError(`PostgreSQL 16 or later is needed, and ${shown(url)} is ${Math.floor(version / 10_000)}.`);
  } catch (error) {
    if (error instanceof StartUpError) throw error;
    throw new StartUpError(`Cannot reach the database ${shown(url)}: ${oneLine(error)}. Check DATABASE_URL.`);
  } finally {
    await client.end().catch(() => {
      // It was never open.
    });
  }
}

/** Without user and password. */
function shown(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
