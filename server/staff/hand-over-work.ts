import type { Db } from "../platform/database/database.ts";

/**
 * Gives all that somebody has open to a colleague, or back to nobody, in the transaction in which they leave. Cases stand
 * above staff, so the composition hands this down. Answers how many; null: one could not move, and the caller undoes it all.
 */
export type HandOverWork<Context> = (
  ctx: Context,
  transaction: Db,
  leaving: { readonly staffId: string; readonly heirId: string | null; readonly key: string },
) => Promise<number | null>;
