import { sql } from "kysely";
import type { Db } from "../../server/platform/database/database.ts";

const tables = new WeakMap<Db, readonly string[]>();

/** The names of all tables, asked once: no test makes another. */
async function tablesOf(db: Db): Promise<readonly string[]> {
  const known = tables.get(db);
  if (known !== undefined) return known;
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and (table_schema = 'public' or (table_schema = 'jobs' and table_name = 'job'))
    order by 1`.execute(db);
  const names = rows.map(({ name }) => name);
  tables.set(db, names);
  return names;
}

/**
 * Counts the rows of every table, the queue's among them: two counts that are equal mean that nothing was left behind. It has
 * a value, so that it is planned once a connection: planning so many tables takes longer than reading them.
 */
export async function countRows(db: Db): Promise<Readonly<Record<string, bigint>>> {
  const counts = (await tablesOf(db)).map(
    (name) => sql`select ${sql.lit(name)} as name, count(*) as rows from ${sql.raw(name)}`,
  );
  const { rows } = await sql<{ name: string; rows: bigint }>`
    select * from (${sql.join(counts, sql` union all `)}) as counts where ${true}`.execute(db);
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}

/** A hash of all that every table holds, the queue's among them: two that are equal mean that nothing was written over either. */
export async function hashTables(db: Db): Promise<Readonly<Record<string, string>>> {
  const hashes = (await tablesOf(db)).map(
    (name) => sql`select ${sql.lit(name)} as name,
      (select coalesce(md5(string_agg(stored::text, '\n' order by stored::text)), '') from ${sql.raw(name)} as stored) as hash`,
  );
  const { rows } = await sql<{ name: string; hash: string }>`${sql.join(hashes, sql` union all `)}`.execute(db);
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

/** A case as it stands, with its chain's head, and how many rows there are altogether. */
export async function whatIsStored(db: Db, caseId: string) {
  const [row, rows] = await Promise.all([
    db.selectFrom("cases").selectAll().where("id", "=", caseId).executeTakeFirstOrThrow(),
    countRows(db),
  ]);
  return { row, rows };
}

/** The tables in which one of these texts can be read, wherever in a row it stands. */
export async function tablesWith(db: Db, texts: readonly string[]): Promise<readonly string[]> {
  const reads = (await tablesOf(db)).map(
    (name) => sql`select ${sql.lit(name)} as name from ${sql.raw(name)} as stored
      where exists (select from unnest(${[...texts]}::text[]) as text where position(text in stored::text) > 0) limit 1`,
  );
  const parts = reads.map((read) => sql`(${read})`);
  const { rows } = await sql<{ name: string }>`${sql.join(parts, sql` union all `)}`.execute(db);
  return rows.map(({ name }) => name);
}
