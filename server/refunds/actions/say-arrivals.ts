import { sql } from "kysely";
import { getClockRule } from "../../clocks/domain/rules.ts";
import type { Db } from "../../platform/database/database.ts";

const { timeZone } = getClockRule("refund-arrival", 1);

/**
 * Says the day of arrival of what was sent while the calendar of that year was not published: once its clock has an end, that
 * is the day. Without one a refund is told to nobody by any day, and is late in no list.
 */
export async function sayArrivals(db: Db): Promise<void> {
  await sql`
    update refund set expected_on = to_char(known.due_at at time zone ${sql.lit(timeZone)}, 'YYYY-MM-DD')
    from (
      select refund.id, clock.due_at from refund
      join case_clock clock on clock.case_id = refund.case_id and clock.rule = 'refund-arrival'
        and clock.ended_at is null and clock.due_at is not null
      where refund.state in ('QUEUED', 'SUBMITTED', 'PROCESSING', 'UNKNOWN') and refund.expected_on is null
      for update of refund skip locked) known
    where refund.id = known.id`.execute(db);
}
