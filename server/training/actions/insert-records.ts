import type { Day } from "../../kernel/day.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { RecordCause } from "../domain/words.ts";
import type { PublishedVersion } from "../queries/published-version.ts";
import { shelveMissed } from "./shelve-missed.ts";

/** Somebody who is given a course. */
export interface NewAssignment {
  readonly staffId: string;
  readonly dueOn: Day | null;
  /** What a rule assigns it for; the same again assigns nothing. */
  readonly occasion: string | null;
}

export interface AssignmentTerms {
  readonly version: PublishedVersion;
  readonly cause: RecordCause;
  readonly byId: string | null;
  readonly opensOn: Day | null;
  readonly closesOn: Day | null;
  readonly at: Date;
}

/** What somebody was given just now. */
export interface GivenRecord {
  readonly id: string;
  readonly staffId: string;
  readonly dueOn: Day | null;
}

/**
 * Writes assignments, a few hundred a statement, and says which are new. Whoever has an open one already, from another hand
 * at this moment, keeps that one; one whose window has shut makes room.
 */
export async function insertRecords(
  db: Db,
  people: readonly NewAssignment[],
  { version, cause, byId, opensOn, closesOn, at }: AssignmentTerms,
): Promise<readonly GivenRecord[]> {
  const given: GivenRecord[] = [];
  for (let start = 0; start < people.length; start += 500) {
    const some = people.slice(start, start + 500);
    const staffIds = some.map(({ staffId }) => staffId);
    await shelveMissed(db, deskDay(at), { courseId: version.courseId, staffIds });
    const rows = await db
      .insertInto("training_record")
      .values(
        some.map(({ staffId, dueOn, occasion }) => ({
          id: newId(),
          staff_id: staffId,
          course_id: version.courseId,
          course_version_id: version.id,
          state: "ASSIGNED" as const,
          open: true,
          cause,
          occasion,
          assigned_at: at,
          assigned_by_id: byId,
          due_on: dueOn,
          opens_on: opensOn,
          closes_on: closesOn,
          attempts_allowed: version.content.attemptsAllowed,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning(["id", "staff_id as staffId", "due_on as dueOn"])
      .execute();
    given.push(...rows.map((row) => ({ ...row, dueOn: row.dueOn as Day | null })));
  }
  return given;
}
