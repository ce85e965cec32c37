import pg from "pg";

/** Makes the database where the cluster does not have it yet. The name is ours, never from outside. */
export async function ensureDatabase(maintenanceUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    // Two first commands at once: the other one made it.
    if (!(error instanceof pg.DatabaseError && error.code === "42P04")) throw error;
  } finally {
    await client.end();
  }
}
