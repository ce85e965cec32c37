import { openDatabase } from "./database.ts";

/** Brings the tables of the house up to date; running it again changes nothing. Log-in and job tables bring themselves. */
export async function migrate(url: string): Promise<void> {
  const database = await openDatabase(url, { connections: 2 });
  try {
    await database.orm.migrator.up();
  } finally {
    await database.close();
  }
}
