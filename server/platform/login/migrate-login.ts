import { getMigrations } from "better-auth/db/migration";
import pg from "pg";
import { lockOutTable } from "./lock-out.ts";
import { loginSchema, tableOptions } from "./login-options.ts";
import { usedCodesTable } from "./used-codes.ts";

/** Any number of servers may start at once; one of them makes the tables. The number is this lock's alone. */
const MIGRATION_LOCK = 7_201_933;

/** Brings the tables of log-in up to date in their own schema; running it again changes nothing. */
export async function migrateLogin(databaseUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 });
  try {
    const client = await pool.connect();
    try {
      await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
      await client.query(`create schema if not exists ${loginSchema}`);
      const { runMigrations } = await getMigrations(tableOptions(pool));
      await runMigrations();
      await client.query(lockOutTable);
      await client.query(usedCodesTable);
    } finally {
      // Ending the connection gives the lock back, whatever happened.
      client.release(true);
    }
  } finally {
    await pool.end();
  }
}
