import { sql } from "kysely";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/database/database.ts";
import { grouped, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { hasLeft } from "../../staff/queries/find-people.ts";
import { recordInSight } from "../../staff/scope.ts";
import type { RecordCause, RecordState, StoredRecordState } from "../domain/words.ts";
import { isMissedOn } from "./missed.ts";

const columns = [
  "training_record.id",
  "training_record.staff_id",
  "training_record.course_id",
  "training_record.state",
  "training_record.open",
  "training_record.cause",
  "training_record.assigned_at",
  "training_record.assigned_by_id",
  "training_record.due_on",
  "training_record.opens_on",
  "training_record.closes_on",
  "training_record.valid_from",
  "training_record.valid_until",
  "training_record.started_at",
  "training_record.finished_at",
  "training_record.score",
  "training_record.attempts_used",
  "training_record.attempts_allowed",
  "training_record.certificate_code",
  "training_record.reason",
  "training_record.waived_by_id",
  "training_record.withdrawal_reason",
  "training_record.withdrawn_by_id",
  "training_record.withdrawn_at",
  "training_record.import_id",
  "training_record.outside_number",
] as const;

type Dates = "due_on" | "opens_on" | "closes_on" | "valid_from" | "valid_until";

export interface RecordRow extends Readonly<Record<Dates, Day | null>> {
  readonly id: string;
  readonly staff_id: string;
  readonly course_id: string;
  readonly state: StoredRecordState;
  readonly open: boolean;
  readonly cause: RecordCause;
  readonly assigned_at: Date;
  readonly assigned_by_id: string | null;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
  readonly score: number | null;
  readonly attempts_used: number;
  readonly attempts_allowed: number | null;
  readonly certificate_code: string | null;
  readonly reason: string | null;
  readonly waived_by_id: string | null;
  readonly withdrawal_reason: string | null;
  readonly withdrawn_by_id: string | null;
  readonly withdrawn_at: Date | null;
  readonly import_id: string | null;
  readonly outside_number: string | null;
  /** Whoever has left is not asked for anything any more. */
  readonly left: boolean;
}

export interface RecordFilter {
  readonly staffId?: string;
  readonly courseId?: string;
  readonly states?: readonly RecordState[];
  readonly overdue?: boolean;
}

const left = hasLeft("training_record.staff_id");
const select = (db: Db) =>
  db.selectFrom("training_record").select(columns).select(left.as("left")).$castTo<RecordRow>();

/** Records in sight, the newest first. */
export function listRecords(
  db: Db,
  actor: Actor,
  filter: RecordFilter,
  today: Day,
  page: PageRequest,
): Promise<RecordRow[]> {
  const { staffId, courseId, states, overdue } = filter;
  const [at, id] = page.after ?? [];
  const ended = sql<boolean>`(training_record.valid_until is not null and training_record.valid_until < ${today})`;
  return select(db)
    .where((eb) => recordInSight(eb, actor))
    .$if(staffId !== undefined, (q) => q.where("training_record.staff_id", "=", staffId ?? ""))
    .$if(courseId !== undefined, (q) => q.where("training_record.course_id", "=", courseId ?? ""))
    .$if(states !== undefined, (q) =>
      q.where(
        sql<boolean>`(case when training_record.state in ('ASSIGNED', 'STARTED') and ${left} then null
          when training_record.state in ('PASSED', 'WAIVED') and ${ended} then 'EXPIRED'
          when ${isMissedOn(today)} then 'MISSED' else training_record.state end) = any(${states ?? []}::text[])`,
      ),
    )
    .$if(overdue === true, (q) =>
      q.where(sql<boolean>`training_record.open and training_record.due_on < ${today}
          and not ${isMissedOn(today)} and not ${left}`),
    )
    .$if(at !== undefined, (q) =>
      q.where(
        sql<boolean>`(training_record.assigned_at, training_record.id) < (${instantInCursor(at ?? "")}, ${idInCursor(id)})`,
      ),
    )
    .orderBy("training_record.assigned_at", "desc")
    .orderBy("training_record.id", "desc")
    .limit(sql.lit(page.first + 1))
    .execute();
}

export async function findRecord(db: Db, actor: Actor, id: string): Promise<RecordRow | null> {
  const row = await select(db)
    .where("training_record.id", "=", id)
    .where((eb) => recordInSight(eb, actor))
    .executeTakeFirst();
  return row ?? null;
}

export type AttemptRow = Awaited<ReturnType<typeof findAttempts>>[number];

function findAttempts(db: Db, recordIds: readonly string[]) {
  return db
    .selectFrom("training_attempt as attempt")
    .innerJoin("course_version as version", "version.id", "attempt.course_version_id")
    .select(["attempt.id", "record_id", "attempt.number", "started_at", "submitted_at", "score", "passed"])
    .select("version.number as version")
    .where("record_id", "=", sql<string>`any(${recordIds}::uuid[])`)
    .orderBy("attempt.number")
    .execute();
}

/** Every try of a record, the first one first. */
export const attemptsOfRecord: LoaderOf<RequestContext, string, readonly AttemptRow[]> = {
  batch: async ({ db }, ids) => grouped(ids, await findAttempts(db, ids), (row) => row.record_id),
};
