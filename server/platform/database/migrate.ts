import { type Db, openDatabase } from "./database.ts";

/**
 * Brings the tables of the house up to date, and then what stands in them by the house's own word; running it again changes
 * nothing. Log-in and job tables bring themselves.
 */
export async function migrate(url: string, fill: (db: Db) => Promise<void>): Promise<void> {
  const database = await openDatabase(url, { connections: 2 });
  try {
    await database.orm.migrator.up();
    await fill(database.db);
  } finally {
    await database.close();
  }
}
