import type { Db } from "../../platform/database/database.ts";
import type { House } from "../../request-context.ts";
import type { LockedRecord } from "../queries/lock-record.ts";
import { findPublishedVersion } from "../queries/published-version.ts";

type Teller = Pick<House, "writeNotice" | "clock" | "jobs">;

/** Tells somebody that a course of theirs, or their waiver of it, was taken back; why stands on their own page. */
export async function tellWithdrawn(house: Teller, db: Db, record: LockedRecord): Promise<void> {
  const { content } = await courseOf(db, record);
  await house.writeNotice(db, house, {
    kind: record.state === "WAIVED" ? "TRAINING_WAIVER_WITHDRAWN" : "TRAINING_WITHDRAWN",
    reader: { staffId: record.staffId },
    fields: { course: content.title },
    link: { path: "/training/mine" },
    writeKey: `training WITHDRAWN ${record.id}`,
  });
}

/** Tells somebody by when a course of theirs is due now. */
export async function tellDueDay(house: Teller, db: Db, record: LockedRecord, changeId: string): Promise<void> {
  const { code, content } = await courseOf(db, record);
  await house.writeNotice(db, house, {
    kind: "TRAINING_DUE_CHANGED",
    reader: { staffId: record.staffId },
    fields: { course: content.title, ...(record.dueOn !== null && { dueOn: record.dueOn }) },
    link: { path: `/learn/${code}` },
    writeKey: `training DUE_CHANGED ${changeId}`,
  });
}

async function courseOf(db: Db, { courseId }: LockedRecord) {
  const version = await findPublishedVersion(db, courseId);
  if (version === null) throw new Error(`Course ${courseId} was assigned, and no version of it is published`);
  return version;
}
