import { sql } from "kysely";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";

export interface ReopenableRow {
  readonly case_id: string;
  readonly closed_at: Date;
  /** Until when it can be opened again. */
  readonly until: Date;
  /** Rules of the clocks that ran out, but for those of the customer's own time. */
  readonly rules: readonly string[];
  /** When the customer last wrote after it was closed; null where they did not. */
  readonly complained_at: Date | null;
}

/**
 * Closed cases that can still be opened again, and that give reason to: a deadline ran out that was not the customer's, or
 * the customer has written since. The latest closed first, one statement a page.
 */
export async function listReopenable(
  db: Db,
  asked: { readonly now: Date; readonly ofCustomers: readonly string[] },
  page: PageRequest,
): Promise<readonly ReopenableRow[]> {
  const [at, id] = page.after ?? [];
  const before = at === undefined ? sql`` : sql`and (c.closed_at, c.id) < (${instantInCursor(at)}, ${idInCursor(id)})`;
  const { rows } = await sql<ReopenableRow>`
    select c.id as case_id, c.closed_at, k.due_at as until, ran_out.rules, wrote.at as complained_at
    from cases c
    join case_clock k on k.case_id = c.id and k.rule = 'reopen-window' and k.state = 'RUNNING' and k.due_at >= ${asked.now}
    left join lateral (
      select coalesce(array_agg(distinct e.data ->> 'rule'), '{}') as rules from case_event e
      where e.case_id = c.id and e.kind = 'RECORD_CLOCK_BREACH' and e.data ->> 'rule' <> all(${asked.ofCustomers}::text[])
    ) ran_out on true
    left join lateral (
      select max(e.at) as at from case_event e
      where e.case_id = c.id and e.kind = 'SEND_MESSAGE' and e.actor_role = 'CUSTOMER' and e.at > c.closed_at
    ) wrote on true
    where c.closed_at is not null and (cardinality(ran_out.rules) > 0 or wrote.at is not null) ${before}
    order by c.closed_at desc, c.id desc
    limit ${sql.lit(page.first + 1)}`.execute(db);
  return rows;
}
