import { sql } from "kysely";
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
  readonly assignee_id: string | null;
  readonly next_kind: CaseEventKind | null;
  readonly next_at: Date | null;
}

/**
 * Every clock that ran out, the latest first, read off the events: which rule, who had the case at that moment (the last
 * one it was given to before), how late it got, and what happened next. One statement a page.
 */
export async function listBreaches(
  db: Db,
  filter: { readonly rule: string | null },
  page: PageRequest,
): Promise<readonly BreachRow[]> {
  const [at, id] = page.after ?? [];
  const before = at === undefined ? sql`` : sql`and (e.at, e.id) < (${instantInCursor(at)}, ${idInCursor(id)})`;
  const ruled = filter.rule === null ? sql`` : sql`and e.data ->> 'rule' = ${filter.rule}`;
  const { rows } = await sql<BreachRow>`
    select e.id, e.case_id, e.data ->> 'rule' as rule, e.at, clock.due_at, clock.ended_at as met_at,
      (given.data ->> 'assigneeId')::uuid as assignee_id, following.kind as next_kind, following.at as next_at
    from case_event e
    left join lateral (
      select k.due_at, k.ended_at from case_clock k
      where k.case_id = e.case_id and k.rule = e.data ->> 'rule' and k.started_at <= e.at
      order by k.started_at desc limit 1) clock on true
    left join lateral (
      select a.data from case_event a
      where a.case_id = e.case_id and a.kind = 'ASSIGN' and a.sequence < e.sequence
      order by a.sequence desc limit 1) given on true
    left join lateral (
      select n.kind, n.at from case_event n
      where n.case_id = e.case_id and n.sequence > e.sequence and n.kind <> 'RECORD_CLOCK_BREACH'
      order by n.sequence limit 1) following on true
    where e.kind = 'RECORD_CLOCK_BREACH' ${ruled} ${before}
    order by e.at desc, e.id desc
    limit ${sql.lit(page.first + 1)}`.execute(db);
  return rows;
}
