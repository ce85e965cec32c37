import { type RawBuilder, sql } from "kysely";

/**
 * Who had been told, within this time, that the money of a case waits for their word at the level that was next: by the
 * notices written with the last event that asked anybody, since rights change hands later. A set of `staff_id`.
 */
export function lastAsked(caseId: RawBuilder<unknown>, from: RawBuilder<unknown>, until: RawBuilder<unknown>) {
  return sql`(
    select distinct asked.staff_id from notice asked
    where asked.case_id = ${caseId} and asked.kind = 'APPROVAL_WAITING' and asked.staff_id is not null
      and asked.event_id = (
        select last.event_id from notice last
        where last.case_id = ${caseId} and last.kind = 'APPROVAL_WAITING' and last.created_at between ${from} and ${until}
        order by last.created_at desc, last.id desc limit 1))`;
}
