import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import type { Db } from "../../platform/database/database.ts";
import type { BilingualText } from "../../policies/domain/policy-content.ts";
import type { ActionContext } from "../../request-context.ts";
import type { ReminderKind } from "../domain/words.ts";

/** Somebody is to be told of a course of theirs. */
export interface Reminder {
  readonly kind: ReminderKind;
  readonly recordId: string;
  readonly staffId: string;
  readonly course: { readonly code: string; readonly title: BilingualText };
  readonly on: Day;
}

/** Writes what is told, in the transaction that remembers it. */
export type WriteReminders = (db: Db, reminders: readonly Reminder[]) => Promise<void>;

const dueSoonDays = 7;
const lapsingSoonDays = 30;
/** What lapsed longer ago than this is no news. */
const lapsedDays = 30;
/** Whoever is not reached at one turn is at the next. */
const mostAtOnce = 500;

/**
 * Who has to be reminded today and has not been. Each record is told of each thing once, whoever asks and how often; one that
 * is being changed at this moment is told at the next turn of what it has become.
 */
export async function remind(
  ctx: Pick<ActionContext, "db" | "clock">,
  write: WriteReminders,
): Promise<readonly Reminder[]> {
  const at = ctx.clock.now();
  const today = deskDay(at);
  return ctx.db.transaction().execute(async (trx) => {
    const { rows } = await sql<Reminder>`
      with candidate as (
        select 'DUE_SOON' as kind, record.* from training_record record
          where open and due_on between ${today}::date and ${today}::date + ${dueSoonDays}::int
        union all select 'OVERDUE', record.* from training_record record where open and due_on < ${today}
        union all select case when valid_until < ${today} then 'LAPSED' else 'LAPSING' end, record.* from training_record record
          where state in ('PASSED', 'WAIVED')
            and valid_until between ${today}::date - ${lapsedDays}::int and ${today}::date + ${lapsingSoonDays}::int
            and not exists (select from training_record later where later.staff_id = record.staff_id
              and later.course_id = record.course_id and later.state in ('PASSED', 'WAIVED')
              and (later.valid_until is null or (later.valid_until, later.id) > (record.valid_until, record.id)))
      ), told as (
        insert into training_reminder (record_id, kind, at)
        select candidate.id, candidate.kind, ${at} from candidate join staff on staff.id = candidate.staff_id and staff.active
          join training_record as held on held.id = candidate.id and held.state = candidate.state
            and held.due_on is not distinct from candidate.due_on and held.valid_until is not distinct from candidate.valid_until
        where not exists (select from training_reminder before where before.record_id = candidate.id and before.kind = candidate.kind)
        order by candidate.id limit ${mostAtOnce}
        for no key update of held skip locked
        on conflict do nothing returning record_id, kind
      )
      select told.kind, told.record_id as "recordId", record.staff_id as "staffId", jsonb_build_object('code', course.code, 'title', version.content -> 'title') as course,
        case when told.kind like 'LAPS%' then record.valid_until else record.due_on end as "on"
      from told join training_record record on record.id = told.record_id
        join course on course.id = record.course_id join course_version version on version.id = record.course_version_id
      order by 5, 2`.execute(trx);
    await write(trx, rows);
    return rows;
  });
}
