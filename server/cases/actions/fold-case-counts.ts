import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

/** Adds the deltas written so far to the counters of everybody they count for, and takes them away, in one statement. */
export async function foldCaseCounts(db: Db): Promise<void> {
  await sql`
    with taken as (delete from case_count_delta returning state, waits_on, assignee_id, merchant_id, institution_id, change),
    spread as (
      select whose.scope, whose.scope_id, taken.state, taken.waits_on, sum(taken.change) as change
      from taken cross join lateral (values
        ('DESK', '00000000-0000-0000-0000-000000000000'::uuid),
        ('ASSIGNEE', coalesce(taken.assignee_id, '00000000-0000-0000-0000-000000000000')),
        ('MERCHANT', taken.merchant_id),
        ('INSTITUTION', taken.institution_id)
      ) whose (scope, scope_id)
      where whose.scope_id is not null
      group by 1, 2, 3, 4 having sum(taken.change) <> 0
    )
    insert into case_count as kept (scope, scope_id, state, waits_on, count)
    select scope, scope_id, state, waits_on, change from spread order by 1, 2, 3, 4
    on conflict (scope, scope_id, state, waits_on) do update set count = kept.count + excluded.count`.execute(db);
}
