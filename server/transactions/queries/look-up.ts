import { type RawBuilder, sql } from "kysely";
import { currenciesOf } from "../../kernel/currency.ts";
import { addDays } from "../../kernel/day.ts";
import { deskTimeZone } from "../../kernel/desk-day.ts";
import { dayIn, startOfDay } from "../../kernel/zoned-time.ts";
import type { LookUp, TypedAmount } from "../domain/look-up.ts";

/** How many of each kind of hit are looked at: whoever types two digits is still typing. */
const mostHits = 500;

/** An amount or a time alone, of no day, is looked for among the latest payments only. */
const daysWithoutNumber = 30;

/**
 * The condition that a transaction fits everything that was typed. The longest number leads, each kind of number by its
 * own index; one condition over all of them would read every transaction. The rest narrows inside each branch, so that a
 * busy terminal does not push the payment out of the hits.
 */
export function fitsLookUp({ numbers, ...rest }: LookUp, now: Date): RawBuilder<boolean> {
  const [leading, ...others] = [...numbers].sort((left, right) => right.length - left.length);
  const other = others.map((number) => sql`and ${isNumberOf(number)}`);
  if (leading === undefined) {
    const since = startOfDay(addDays(dayIn(now, deskTimeZone()), -daysWithoutNumber), deskTimeZone());
    const recent = rest.on === null ? sql`and transaction.processed_at >= ${since}` : sql``;
    return sql<boolean>`(true ${narrowing(rest)} ${recent})`;
  }
  const also = sql`${sql.join(other, sql` `)} ${narrowing(rest)}`;
  const most = sql`order by transaction.processed_at desc limit ${sql.lit(mostHits)}`;
  const start = beginning(leading);
  return sql<boolean>`transaction.id in (
    (select id from transaction where acquirer_reference = ${leading} ${also})
    union all (select id from transaction where voucher_number like ${start} ${also} ${most})
    union all (select id from transaction where retrieval_reference like ${start} ${also} ${most})
    union all (select id from transaction where card_last4 = ${leading} ${also} ${most})
    union all (select transaction.id from terminal device
      join transaction on transaction.merchant_id = device.merchant_id and transaction.terminal_id = device.id
      where device.terminal_number = ${leading} ${also} ${most}))`;
}

function isNumberOf(number: string): RawBuilder<boolean> {
  const start = beginning(number);
  return sql<boolean>`(transaction.card_last4 = ${number} or transaction.acquirer_reference = ${number}
    or transaction.voucher_number like ${start} or transaction.retrieval_reference like ${start}
    or transaction.terminal_id in (select id from terminal where terminal_number = ${number}))`;
}

function isAmount({ minor, decimals }: TypedAmount): RawBuilder<boolean> {
  return sql<boolean>`(transaction.captured_minor = ${minor} and transaction.currency = any(${[...currenciesOf(decimals)]}))`;
}

function narrowing({ amounts, on, time }: Omit<LookUp, "numbers">): RawBuilder<unknown> {
  const amount = amounts === null ? sql`` : sql`and (${sql.join(amounts.map(isAmount), sql` or `)})`;
  const day =
    on === null
      ? sql``
      : sql`and transaction.processed_at >= ${startOfDay(on, deskTimeZone())}
          and transaction.processed_at < ${startOfDay(addDays(on, 1), deskTimeZone())}`;
  const minute =
    time === null
      ? sql``
      : sql`and to_char(transaction.processed_at at time zone ${deskTimeZone()}, 'HH24:MI') = ${time}`;
  return sql`${amount} ${day} ${minute}`;
}

function beginning(text: string): string {
  return `${text.replace(/[\\%_]/g, "\\$&")}%`;
}
