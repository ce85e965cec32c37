import type { Db } from "../platform/database/database.ts";

/**
 * Gives what somebody has open to a colleague, in the transaction in which they leave: without one, cases go back to nobody
 * and findings of the audit to whoever raised them. Both stand above staff, so the composition hands this down. Answers how
 * many cases; null: one could not move, and the caller undoes it all.
 */
export type HandOverWork<Context> = (
  ctx: Context,
  transaction: Db,
  leaving: {
    readonly staffId: string;
    readonly heirId: string | null;
    readonly key: string;
    readonly what: { readonly cases: boolean; readonly findings: boolean };
  },
) => Promise<number | null>;
