import { defineEntity, p } from "@mikro-orm/core";
import { Staff } from "../staff/staff.entity.ts";
import { Course, CourseVersion } from "./course.entity.ts";
import type { GivenAnswer } from "./domain/quiz.ts";
import type { RecordCause, ReminderKind, StoredRecordState } from "./domain/words.ts";
import { TrainingImport } from "./training-import.entity.ts";

/** One person's assignment to a course, its result, certificate and expiry. A later assignment is a record of its own. */
export const TrainingRecordSchema = defineEntity({
  name: "TrainingRecord",
  tableName: "training_record",
  properties: {
    id: p.uuid().primary(),
    staff: () => p.manyToOne(Staff),
    course: () => p.manyToOne(Course),
    courseVersion: () => p.manyToOne(CourseVersion),
    state: p.text().$type<StoredRecordState>(),
    /** Somebody can still work on it; of one person and one course at most one record is. */
    open: p.boolean(),
    cause: p.text().$type<RecordCause>(),
    /** What a rule assigned it for: the same again assigns nothing. */
    occasion: p.text().unique().nullable(),
    assignedAt: p.datetime(3),
    assignedById: p.uuid().nullable(),
    /** Three dates that are kept apart: advice, the window in which the quiz can be taken, and how long the certificate holds. */
    dueOn: p.date().nullable(),
    opensOn: p.date().nullable(),
    closesOn: p.date().nullable(),
    validFrom: p.date().nullable(),
    validUntil: p.date().nullable(),
    startedAt: p.datetime(3).nullable(),
    finishedAt: p.datetime(3).nullable(),
    score: p.integer().nullable(),
    attemptsUsed: p.integer().default(0),
    attemptsAllowed: p.integer().nullable(),
    certificateCode: p.text().unique().nullable(),
    /** Why it was waived; it stays when the waiver is withdrawn. */
    reason: p.text().nullable(),
    waivedById: p.uuid().nullable(),
    withdrawalReason: p.text().nullable(),
    withdrawnById: p.uuid().nullable(),
    /** A waiver keeps the moment in which it was given as that in which it finished. */
    withdrawnAt: p.datetime(3).nullable(),
    /** The file from outside that says that it was passed; null for what was passed here. */
    import: () => p.manyToOne(TrainingImport).nullable(),
    /** The number of the certificate that somebody else issued. */
    outsideNumber: p.text().nullable(),
  },
});

export class TrainingRecord extends TrainingRecordSchema.class {}
TrainingRecordSchema.setClass(TrainingRecord);

/** One try at a quiz. It is kept as it was handed in, whatever comes later. */
export const TrainingAttemptSchema = defineEntity({
  name: "TrainingAttempt",
  tableName: "training_attempt",
  uniques: [{ properties: ["record", "number"] }],
  properties: {
    id: p.uuid().primary(),
    record: () => p.manyToOne(TrainingRecord),
    /** What was asked, though the course may have been written anew since. */
    courseVersion: () => p.manyToOne(CourseVersion),
    number: p.integer(),
    /** By it questions and options are put into an order of this attempt's own. */
    seed: p.text(),
    startedAt: p.datetime(3),
    submittedAt: p.datetime(3).nullable(),
    answers: p.json<readonly GivenAnswer[]>().nullable(),
    score: p.integer().nullable(),
    passed: p.boolean().nullable(),
  },
});

export class TrainingAttempt extends TrainingAttemptSchema.class {}
TrainingAttemptSchema.setClass(TrainingAttempt);

/** That an assignment was given another due day: by whom, and why. */
export const TrainingDueChangeSchema = defineEntity({
  name: "TrainingDueChange",
  tableName: "training_due_change",
  properties: {
    id: p.uuid().primary(),
    record: () => p.manyToOne(TrainingRecord),
    at: p.datetime(3),
    by: () => p.manyToOne(Staff),
    fromDay: p.date().nullable(),
    toDay: p.date().nullable(),
    reason: p.text(),
  },
});

export class TrainingDueChange extends TrainingDueChangeSchema.class {}
TrainingDueChangeSchema.setClass(TrainingDueChange);

/** That somebody was reminded: once of each kind for one record and its due day. */
export const TrainingReminderSchema = defineEntity({
  name: "TrainingReminder",
  tableName: "training_reminder",
  properties: {
    record: () => p.manyToOne(TrainingRecord).primary(),
    kind: p.text().$type<ReminderKind>().primary(),
    at: p.datetime(3),
  },
});

export class TrainingReminder extends TrainingReminderSchema.class {}
TrainingReminderSchema.setClass(TrainingReminder);
