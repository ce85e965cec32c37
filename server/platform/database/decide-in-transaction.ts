import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "./database.ts";

/** Carries a refusal out of a transaction, so that nothing of it stays. */
class Undone<E> extends Error {
  readonly refusal: E;

  constructor(refusal: E) {
    super("undone");
    this.refusal = refusal;
  }
}

/** Runs work in one transaction; where it answers with a refusal, nothing that it wrote is kept. */
export async function decideInTransaction<T, E>(
  db: Db,
  work: (trx: Db) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  try {
    const value = await db.transaction().execute(async (trx) => {
      const result = await work(trx);
      if (result.ok) return result.value;
      throw new Undone(result.error);
    });
    return done(value);
  } catch (thrown) {
    // Thrown by the work above, so it carries that work's own kind of refusal.
    if (thrown instanceof Undone) return refused((thrown as Undone<E>).refusal);
    throw thrown;
  }
}
