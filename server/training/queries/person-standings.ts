import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { deskTimeZone } from "../../kernel/desk-day.ts";
import type { Db } from "../../platform/database/database.ts";
import { hasLeft, standing } from "../../staff/queries/find-people.ts";
import { standingOf } from "../domain/standing.ts";
import type { Standing } from "../domain/words.ts";

export interface PersonStanding {
  readonly courseId: string;
  readonly standing: Standing;
  readonly validUntil: Day | null;
  readonly dueOn: Day | null;
}

interface Row {
  readonly course_id: string;
  readonly valid_from: Day | null;
  readonly valid_until: Day | null;
  readonly open_id: string | null;
  readonly due_on: Day | null;
  readonly anew: boolean | null;
  readonly needed: boolean;
}

/** Who needs which course, by the rules that hold: read by the matrix and by each person's page. */
export const neededBy = () => sql<{ course_id: string; staff_id: string }>`(
  select distinct rule.course_id, staff.id as staff_id from training_rule rule join staff on staff.role = rule.role
  where rule.kind <> 'EXPIRY' and rule.ended_at is null and ${standing} <> 'LEFT'
    and (rule.merchant_id is null or staff.merchant_id = rule.merchant_id)
    and (rule.institution_id is null or staff.institution_id = rule.institution_id)
    and (rule.joined_from is null
      or (staff.created_at at time zone ${deskTimeZone()})::date >= rule.joined_from))`;

/** What is pressing comes first. */
const urgency: readonly Standing[] = ["OVERDUE", "LAPSED", "MISSING", "ASSIGNED", "LAPSING", "VALID"];

/** Whoever was assigned anew what they hold has something to do by a day, as whoever's record lapses. */
function urgencyOf({ standing, dueOn }: PersonStanding): number {
  return urgency.indexOf(standing === "VALID" && dueOn !== null ? "LAPSING" : standing);
}

/** How one person stands with every course that is anything to them. */
export async function personStandings(db: Db, staffId: string, today: Day): Promise<readonly PersonStanding[]> {
  const { rows } = await sql<Row>`
    select course.id as course_id, held.valid_from, held.valid_until, assigned.id as open_id, assigned.due_on,
      assigned.cause = 'POLICY' as anew,
      needed.course_id is not null as needed
    from course
    left join lateral (select valid_from, valid_until from training_record record
      where record.staff_id = ${staffId} and record.course_id = course.id and record.state in ('PASSED', 'WAIVED')
        and record.valid_from <= ${today} order by valid_until desc nulls first limit 1) held on true
    left join training_record assigned
      on assigned.staff_id = ${staffId} and assigned.course_id = course.id and assigned.open
        and not ${hasLeft("assigned.staff_id")}
    left join ${neededBy()} needed on needed.course_id = course.id and needed.staff_id = ${staffId}
    order by course.code`.execute(db);
  return rows
    .map((row) => toStanding(row, today))
    .filter(({ standing }) => standing !== "NOT_NEEDED")
    .sort((left, right) => urgencyOf(left) - urgencyOf(right));
}

function toStanding(row: Row, today: Day): PersonStanding {
  const best = row.valid_from === null ? null : { validFrom: row.valid_from, validUntil: row.valid_until };
  const open = row.open_id === null ? null : { dueOn: row.due_on, anew: row.anew === true };
  const standing = standingOf({ best, open, needed: row.needed }, today);
  return { courseId: row.course_id, standing, validUntil: row.valid_until, dueOn: row.due_on };
}
