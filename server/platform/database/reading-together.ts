import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  type Driver,
  Kysely,
  PostgresDialect,
  type QueryResult,
} from "kysely";
import type pg from "pg";
import type { Tables } from "../../tables.ts";
import { type Asked, askTogether } from "./ask-together.ts";
import type { Db } from "./database.ts";

/**
 * Plain rows for one request's loaders: what is asked in one turn of the event loop goes to PostgreSQL as one statement, and
 * so costs one trip and one snapshot instead of a dozen. Only for reading; a transaction on it is a mistake, and says so.
 */
export function readingTogether(pool: pg.Pool): Db {
  let waiting: Asked[] = [];
  const askAll = () => {
    const asked = waiting;
    waiting = [];
    askTogether(pool, asked);
  };
  const connection: DatabaseConnection = {
    executeQuery: <R>({ sql, parameters }: CompiledQuery) =>
      new Promise<QueryResult<R>>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(askAll);
        waiting.push({ text: sql, values: parameters, resolve: (rows) => resolve({ rows: rows as R[] }), reject });
      }),
    streamQuery: () => refuse(),
  };
  const executor = new DefaultQueryExecutor(compiler, adapter, { provideConnection: (use) => use(connection) });
  return new Kysely<Tables>({ config: { dialect }, dialect, driver, executor });
}

/** Never connects: it stands where Kysely asks for one. */
const dialect: Dialect = new PostgresDialect({ pool: () => refuse() });
const [compiler, adapter] = [dialect.createQueryCompiler(), dialect.createAdapter()];
const driver: Driver = {
  init: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
  acquireConnection: () => refuse(),
  releaseConnection: () => Promise.resolve(),
  beginTransaction: () => refuse(),
  commitTransaction: () => refuse(),
  rollbackTransaction: () => refuse(),
};

function refuse(): never {
  throw new Error("Loaders read rows and do nothing else; ask the house's database for a transaction.");
}
