import { sql } from "kysely";
import { lastAsked } from "../../approvals/queries/last-asked.ts";
import type { CaseEventKind } from "../../cases/domain/words.ts";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";

export interface BreachRow {
  readonly id: string;
  readonly case_id: string;
  readonly rule: string;
  readonly at: Date;
  readonly due_at: Date | null;
  /** When what was due was done after all; null while it is not. */
  readonly met_at: Date | null;
  readonly clock_id: string | null;
  readonly started_at: Date | null;
  /** To whom it was given up to then, oldest first; instants as text. */
  readonly given: readonly { readonly staffId: string | null; readonly at: string }[];
  /** Of an approval: who had been told last that it waits for their word. */
  readonly told: readonly string[];
  readonly next_kind: CaseEventKind | null;
  readonly next_at: Date | null;
}

/**
 * Every clock that ran out, but for those of the customer's own time, the latest first, read off the events: which rule, to
 * whom the case was given up to that moment, how late it got, and what happened next. Whoever takes a request down has it
 * from the first, unless its event says that nobody has; whoever could work it no more when it was opened again has it not.
 * A run that was called off may have been meant to begin after the one that ran out, so only those that did are looked at.
 * One statement a page.
 */
export async function listBreaches(
  db: Db,
  { rule, ofCustomers }: { readonly rule: string | null; readonly ofCustomers: readonly string[] },
  page: PageRequest,
): Promise<readonly BreachRow[]> {
  const [at, id] = page.after ?? [];
  const before = at === undefined ? sql`` : sql`and (e.at, e.id) < (${instantInCursor(at)}, ${idInCursor(id)})`;
  const ruled =
    rule === null ? sql`and e.data ->> 'rule' <> all(${ofCustomers}::text[])` : sql`and e.data ->> 'rule' = ${rule}`;
  const { rows } = await sql<BreachRow>`
    select e.id, e.case_id, e.data ->> 'rule' as rule, e.at, clock.id as clock_id, clock.started_at, clock.due_at,
      clock.ended_at as met_at, given.chain as given, told.staff as told,
      following.kind as next_kind, following.at as next_at
    from case_event e
    left join lateral (
      select k.id, k.started_at, k.due_at, k.ended_at from case_clock k
      where k.case_id = e.case_id and k.rule = e.data ->> 'rule' and k.state = 'BREACHED' and k.started_at <= e.at
      order by k.started_at desc limit 1) clock on true
    left join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('at', a.at, 'staffId',
        case when a.kind = 'OPEN' and not a.data ? 'assigneeId' then a.actor_id::text else a.data ->> 'assigneeId' end)
        order by a.sequence), '[]') as chain
      from case_event a
      where a.case_id = e.case_id and a.sequence < e.sequence and (a.kind = 'ASSIGN'
        or a.kind = 'REOPEN' and a.data ? 'fromAssigneeId'
        or a.kind = 'OPEN' and a.actor_id is not null and a.data ->> 'origin' in ('CUSTOMER', 'MERCHANT'))) given on true
    left join lateral (
      select coalesce(array_agg(asked.staff_id), '{}') as staff
      from ${lastAsked(sql`e.case_id`, sql`clock.started_at`, sql`e.at`)} asked
      where e.data ->> 'rule' = 'approval') told on true
    left join lateral (
      select n.kind, n.at from case_event n
      where n.case_id = e.case_id and n.sequence > e.sequence and n.kind <> 'RECORD_CLOCK_BREACH'
      order by n.sequence limit 1) following on true
    where e.kind = 'RECORD_CLOCK_BREACH' ${ruled} ${before}
    order by e.at desc, e.id desc
    limit ${sql.lit(page.first + 1)}`.execute(db);
  return rows;
}
