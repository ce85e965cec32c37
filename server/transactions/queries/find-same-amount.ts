import { sql } from "kysely";
import { grouped, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import { selectTransactions, type TransactionRow } from "./find-transactions.ts";

const most = 3;

/**
 * Taken from the same card at the same merchant, near in time: farther apart it is a habit rather than a second swipe. The
 * first six digits are compared where both files gave them.
 */
const besideIt = sql<boolean>`transaction.card_last4 = beside.card_last4
  and transaction.processed_at between beside.processed_at - interval '24 hours' and beside.processed_at + interval '24 hours'
  and transaction.merchant_id = beside.merchant_id and transaction.network = beside.network
  and transaction.currency = beside.currency and transaction.captured_minor = beside.captured_minor
  and coalesce(transaction.card_first6 = beside.card_first6, true)
  and transaction.kind in ('SALE', 'COMPLETION') and transaction.id <> beside.id`;

const howFarApart = sql`abs(extract(epoch from transaction.processed_at - beside.processed_at))`;

/** Beside each payment the others in sight that took the same amount, the nearest first. */
export const sameAmountNearby: LoaderOf<RequestContext, string, readonly TransactionRow[]> = {
  async batch({ db, actor }, ids) {
    const found = await db
      .selectFrom("transaction as beside")
      .innerJoinLateral(
        () =>
          selectTransactions(db, actor)
            .select(howFarApart.as("apart"))
            .where(besideIt)
            .orderBy("apart")
            .orderBy("transaction.id")
            .limit(sql.lit(most))
            .as("other"),
        (join) => join.onTrue(),
      )
      .selectAll("other")
      .select("beside.id as beside_id")
      .where("beside.id", "=", sql<string>`any(${ids}::uuid[])`)
      .where("beside.kind", "in", ["SALE", "COMPLETION"])
      .orderBy("other.apart")
      .orderBy("other.id")
      .execute();
    return grouped(ids, found, ({ beside_id }) => beside_id);
  },
};
