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
  const query = (text: unknown, values?: readonly unknown[]) => {
    const name = typeof text === "string" && values !== undefined && values.length > 0 ? nameOf(text) : undefined;
    return name === undefined
      ? client.query(text as string, values as unknown[])
      : client.query({ name, text: text as string, values: values as unknown[] });
  };
  const { processID } = client as { readonly processID?: number };
  return {
    query: query as unknown as PostgresPoolClient["query"],
    release: () => client.release(),
    ...(processID !== undefined && { processID }),
  };
}

/** The name under which a text is kept prepared; none when there are too many already. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MAX_PREPARED) return undefined;
  const name = createHash("sha1").update(text).digest("base64url");
  names.set(text, name);
  return name;
}
