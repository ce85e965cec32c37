import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

/** A transaction whose counters do not say what its refunds and disputes say. All amounts in minor units. */
export interface MoneyFault {
  readonly acquirerReference: string;
  readonly counter: "refunded" | "in flight" | "charged back";
  readonly counted: bigint;
  readonly shouldBe: bigint;
}

/** Adds up refunds and chargebacks for every transaction and compares them with its counters; gives the first that differ. */
export async function verifyMoney(db: Db, most = 20): Promise<readonly MoneyFault[]> {
  const { rows } = await sql<{ reference: string; counter: MoneyFault["counter"]; counted: bigint; should_be: bigint }>`
    with money as (
      select t.acquirer_reference as reference, t.refunded_minor, t.in_flight_minor, t.charged_back_minor + t.paid_twice_minor as charged_back_minor,
        coalesce((select sum(r.amount_minor) from refund r where r.transaction_id = t.id and r.state = 'SETTLED'), 0)::bigint as refunds,
        coalesce((select sum(r.amount_minor) from refund r where r.transaction_id = t.id and r.holds_money), 0)::bigint as held,
        coalesce((select sum(d.charged_back_minor) from dispute d join cases c on c.id = d.case_id where c.transaction_id = t.id), 0)::bigint as taken
      from transaction t
    )
    select reference, counter, counted, should_be from money, lateral (values
      ('refunded', refunded_minor, refunds), ('in flight', in_flight_minor, held), ('charged back', charged_back_minor, taken)
    ) as compared(counter, counted, should_be)
    where counted <> should_be limit ${sql.lit(most)}`.execute(db);
  return rows.map(({ reference, counter, counted, should_be }) => ({
    acquirerReference: reference,
    counter,
    counted,
    shouldBe: should_be,
  }));
}
