import { sql } from "kysely";
import type { House } from "../../request-context.ts";

/** No client repeats a request for longer. After that its key is as new, and the version it names is long past. */
export const keysKeptDays = 90;
const MOST_AT_ONCE = 5_000;

/** Forgets the keys of long ago, a bounded number a turn so that nobody waits for it. Gives how many. */
export async function forgetKeys({ db, clock }: Pick<House, "db" | "clock">): Promise<number> {
  const before = new Date(clock.now().getTime() - keysKeptDays * 86_400_000);
  const { numAffectedRows } = await sql`
    delete from idempotency_key where (owner, key) in (
      select owner, key from idempotency_key where created_at < ${before} order by created_at limit ${sql.lit(MOST_AT_ONCE)})`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0n);
}
