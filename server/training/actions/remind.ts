import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import type { Db } from "../../platform/database/database.ts";
import type { ActionContext } from "../../request-context.ts";
import type { ReminderKind } from "../domain/words.ts";

/** Somebody is to be told: the learner of what comes, and of what is overdue the supervisors too. */
export interface Reminder {
  readonly kind: ReminderKind;
  readonly recordId: string;
  readonly staffId: string;
  readonly courseId: string;
  readonly on: Day;
}

/** Writes what is told, in the transaction that remembers it. The outbox of notices is given here. */
export type WriteReminders = (db: Db, reminders: readonly Reminder[]) => Promise<void>;

const dueSoonDays = 7;
const lapsingSoonDays = 30;

/** Who has to be reminded today and has not been. Each record is told of each thing once, whoever asks and how often. */
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
        union all select 'LAPSING', record.* from training_record record
          where state in ('PASSED', 'WAIVED') and valid_until between ${today}::date and ${today}::date + ${lapsingSoonDays}::int
            and not exists (select from training_record later where later.staff_id = record.staff_id
              and later.course_id = record.course_id and later.state in ('PASSED', 'WAIVED')
              and (later.valid_until is null or later.valid_until > record.valid_until))
      ), told as (
        insert into training_reminder (record_id, kind, at)
        select candidate.id, candidate.kind, ${at} from candidate join staff on staff.id = candidate.staff_id and staff.active
        on conflict do nothing returning record_id, kind
      )
      select told.kind, told.record_id as "recordId", record.staff_id as "staffId", record.course_id as "courseId",
        case when told.kind = 'LAPSING' then record.valid_until else record.due_on end as "on"
      from told join training_record record on record.id = told.record_id order by 5, 2`.execute(trx);
    await write(trx, rows);
    return rows;
  });
}
