import { type RawBuilder, sql } from "kysely";
import type { Day } from "../../kernel/day.ts";

/** What `isMissed` says, of the rows of `training_record` that a statement names so; a test compares the two. */
export function isMissedOn(today: Day, record = "training_record"): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${record}.${name}`);
  return sql<boolean>`(coalesce(${column("closes_on")} < ${today}, false)
    and (${column("state")} in ('ASSIGNED', 'STARTED') or (${column("state")} = 'FAILED'
      and (${column("attempts_allowed")} is null or ${column("attempts_used")} < ${column("attempts_allowed")}))))`;
}
