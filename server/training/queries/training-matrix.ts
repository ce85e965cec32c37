import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/database/database.ts";
import type { BilingualText } from "../../policies/domain/policy-content.ts";
import type { StaffRole } from "../../staff/domain/roles.ts";
import { lapsingDays } from "../domain/validity.ts";
import { neededBy } from "./person-standings.ts";

export interface MatrixRow {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly email: string;
  readonly active: boolean;
  readonly gaps: number;
  /** One cell a course, in the order of the columns: see `TrainingMatrixRow.cells`. */
  readonly cells: string;
}

export interface MatrixColumn {
  readonly id: string;
  readonly code: string;
  readonly title: BilingualText;
  readonly least_people: number;
}

/** The most people that one matrix shows; a desk is smaller. */
const mostPeople = 2000;

/** The published courses, in the order of the cells. */
export async function matrixColumns(db: Db): Promise<readonly MatrixColumn[]> {
  const { rows } = await sql<MatrixColumn>`
    select course.id, course.code, course.least_people, published.title
    from course cross join lateral (select content -> 'title' as title from course_version version
      where version.course_id = course.id and version.state = 'PUBLISHED' order by version.number desc limit 1) published
    order by course.code`.execute(db);
  return rows;
}

/**
 * Everybody by every course in one statement, whoever has the most gaps first; people to whom no course is anything are
 * left out. Thirty thousand cells go as one text a person: a field a cell would cost more than finding it out.
 */
export async function matrixRows(db: Db, today: Day, role: StaffRole | null): Promise<readonly MatrixRow[]> {
  const { rows } = await sql<MatrixRow>`
    with shown as (
      select course.id, row_number() over (order by course.code) as place from course
      where exists (select from course_version version where version.course_id = course.id and version.state = 'PUBLISHED')
    ), held as (
      select staff_id, course_id, max(coalesce(valid_until, 'infinity')) as until from training_record
      where state in ('PASSED', 'WAIVED') and valid_from <= ${today} group by staff_id, course_id
    ), cell as (
      select staff.id as staff_id, shown.place,
        case when assigned.cause = 'POLICY' and assigned.due_on < ${today} then 'O'
          when held.until > ${today}::date + ${lapsingDays}::int then 'V'
          when held.until >= ${today} then 'L' || (held.until - ${today}::date)
          when assigned.id is not null then case when assigned.due_on < ${today} then 'O' else 'A' end
          when needed.staff_id is null then '-'
          when held.until is not null then 'X' || (${today}::date - held.until)
          else 'M' end as said
      from staff cross join shown
      left join held on held.staff_id = staff.id and held.course_id = shown.id
      left join training_record assigned on assigned.staff_id = staff.id and assigned.course_id = shown.id and assigned.open
      left join ${neededBy()} needed on needed.staff_id = staff.id and needed.course_id = shown.id
      where staff.active and (${role}::text is null or staff.role = ${role})
    ), person as (
      select staff_id, string_agg(said, ',' order by place) as cells,
        (count(*) filter (where said like any (array['O%', 'X%', 'M%'])))::int as gaps
      from cell group by staff_id having bool_or(said <> '-')
    )
    select staff.id, staff.name, staff.role, staff.email, staff.active, person.gaps, person.cells
    from person join staff on staff.id = person.staff_id
    order by person.gaps desc, staff.name, staff.id limit ${mostPeople}`.execute(db);
  return rows;
}
