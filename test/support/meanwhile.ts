import type { QueryId, RootOperationNode } from "kysely";
import type { Db } from "../../server/platform/database/database.ts";

/**
 * The same database, in which something is done once, between a statement that is looked for and its answer: what another
 * does at that very moment. It must not wait for a lock that the statement's own transaction holds.
 */
export function meanwhile(db: Db, isIt: (statement: RootOperationNode) => boolean, act: () => Promise<unknown>): Db {
  let found: QueryId | null = null;
  return db.withPlugin({
    transformQuery({ node, queryId }) {
      if (found === null && isIt(node)) found = queryId;
      return node;
    },
    async transformResult({ result, queryId }) {
      if (queryId === found) await act();
      return result;
    },
  });
}

/** Statements in which this stands as a name, of a column or of what is selected. */
export function naming(name: string): (statement: RootOperationNode) => boolean {
  return (statement) =>
    JSON.stringify(statement, (_key, value: unknown) => (typeof value === "bigint" ? `${value}` : value)).includes(
      `"${name}"`,
    );
}
