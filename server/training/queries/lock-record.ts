import type { Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/database/database.ts";
import type { RecordFacts } from "../domain/record-machine.ts";

const columns = [
  "id",
  "staff_id as staffId",
  "course_id as courseId",
  "course_version_id as courseVersionId",
  "state",
  "opens_on as opensOn",
  "closes_on as closesOn",
  "due_on as dueOn",
  "valid_from as validFrom",
  "valid_until as validUntil",
  "attempts_used as attemptsUsed",
  "attempts_allowed as attemptsAllowed",
] as const;

export interface LockedRecord extends RecordFacts {
  readonly id: string;
  readonly staffId: string;
  readonly courseId: string;
  readonly courseVersionId: string;
  readonly dueOn: Day | null;
}

/** The assignment that somebody can work on, behind a lock: whoever else works on it waits. */
export async function lockOpenRecord(db: Db, staffId: string, courseId: string): Promise<LockedRecord | null> {
  const row = await db
    .selectFrom("training_record")
    .select(columns)
    .where("staff_id", "=", staffId)
    .where("course_id", "=", courseId)
    .where("open", "=", true)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : toLocked(row);
}

/** One record behind a lock, if it is this person's. */
export async function lockOwnRecord(db: Db, staffId: string, recordId: string): Promise<LockedRecord | null> {
  const row = await db
    .selectFrom("training_record")
    .select(columns)
    .where("id", "=", recordId)
    .where("staff_id", "=", staffId)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : toLocked(row);
}

/** One record behind a lock, whoever's it is. */
export async function lockRecord(db: Db, recordId: string): Promise<LockedRecord | null> {
  const record = db.selectFrom("training_record").select(columns).where("id", "=", recordId);
  const row = await record.forUpdate().executeTakeFirst();
  return row === undefined ? null : toLocked(row);
}

type Dates = "opensOn" | "closesOn" | "dueOn" | "validFrom" | "validUntil";

/** A column of days holds nothing but days. */
function toLocked(row: Omit<LockedRecord, Dates> & Readonly<Record<Dates, string | null>>): LockedRecord {
  return row as LockedRecord;
}
