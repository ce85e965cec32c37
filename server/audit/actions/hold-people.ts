import type { Db } from "../../platform/database/database.ts";

/**
 * Keeps people as they are until the transaction ends: before the lock of a sample, since whoever leaves is locked first and
 * the samples of their findings after that.
 */
export async function holdPeople(trx: Db, ids: readonly (string | null)[]): Promise<void> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return;
  await trx.selectFrom("staff").select("id").where("id", "in", known).orderBy("id").forShare().execute();
}
