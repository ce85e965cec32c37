import pg from "pg";

const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, (text) => BigInt(text));
types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Rows come as bigint for int8, Date for timestamptz, text for date. */
export function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, types, idleTimeoutMillis: 30_000 });
  // A connection that the server drops while idle is replaced by the pool; without a listener the event ends the process.
  pool.on("error", () => undefined);
  // One that is dropped while a transaction holds it, between two statements, fails the next of them; the event alone would
  // end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
