import { type RawBuilder, sql } from "kysely";
import { type OverturningEvent, overturningEvents } from "../domain/overturners.ts";

/** Who first turned around what the event of that name says, as an `Overturner`; null where nobody did. */
export function firstOverturner(event: string): RawBuilder<string | null> {
  const rows = overturningEvents.map((row) => sql`when ${fitsRow(row)} then ${sql.lit(row.by)}`);
  const any = sql.join(
    overturningEvents.map((row) => sql`(${fitsRow(row)})`),
    sql` or `,
  );
  return sql`(
    select case ${sql.join(rows, sql` `)} end from case_event later
    where later.case_id = ${sql.ref(`${event}.case_id`)} and later.sequence > ${sql.ref(`${event}.sequence`)} and (${any})
    order by later.sequence limit 1)`;
}

function fitsRow({ kind, to, outcome }: OverturningEvent) {
  return sql.join(
    [
      sql`later.kind = ${sql.lit(kind)}`,
      ...(to === null ? [] : [sql`later.to_state = ${sql.lit(to)}`]),
      ...(outcome === null ? [] : [sql`later.data ->> 'outcome' = ${sql.lit(outcome)}`]),
    ],
    sql` and `,
  );
}
