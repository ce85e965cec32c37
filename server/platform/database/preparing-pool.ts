import { createHash } from "node:crypto";
import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";

/** How many different statement texts are kept prepared on a connection; beyond it statements run unnamed. */
const MAX_PREPARED = 500;
const names = new Map<string, string>();

/**
 * The pool as Kysely sees it: every parameterised statement is prepared under a name made of its text, so that PostgreSQL
 * parses and plans it once a connection. MikroORM writes values into the text and passes none, so its statements stay unnamed.
 */
export function preparingPool(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect();
      const known = clients.get(client);
      if (known !== undefined) return known;
      const fresh = preparing(client);
      clients.set(client, fresh);
      return fresh;
    },
    end: () => pool.end(),
  };
}

function preparing(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: unknown, values?: readonly unknown[]) =>
    typeof text === "string" && values !== undefined
      ? client.query(prepared(text, values))
      : client.query(text as string, values as unknown[]);
  const { processID } = client as { readonly processID?: number };
  return {
    query: query as unknown as PostgresPoolClient["query"],
    release: () => client.release(),
    ...(processID !== undefined && { processID }),
  };
}

/** A statement as the driver takes it: under a name where it has values, and there are not too many already. */
export function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  const name = values.length === 0 ? undefined : nameOf(text);
  return { text, values: [...values], ...(name !== undefined && { name }) };
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MAX_PREPARED) return undefined;
  const name = nameFor(text);
  names.set(text, name);
  return name;
}

/** The same for the same text, in every process. */
export function nameFor(text: string): string {
  return createHash("sha1").update(text).digest("base64url");
}
