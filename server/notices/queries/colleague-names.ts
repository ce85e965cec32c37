import { type RawBuilder, sql } from "kysely";

/** The names of whom a notice is about, as a column of its row. */
export const colleagueNames: RawBuilder<readonly string[] | null> =
  sql`(select array_agg(staff.name order by staff.name)
  from staff where staff.id in (select id::uuid from jsonb_array_elements_text(notice.fields -> 'colleagueIds') as one (id)))`;
