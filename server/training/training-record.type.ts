import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { Node } from "../graphql/node.type.ts";
import { DateTime, DayScalar } from "../graphql/scalars.ts";
import type { Day } from "../kernel/day.ts";
import { toGlobalId } from "../kernel/ids.ts";
import { stateOn } from "./domain/record-machine.ts";
import type { RecordCause, RecordState } from "./domain/words.ts";
import type { DueChangeRow } from "./queries/due-changes.ts";
import type { AttemptRow, RecordRow } from "./queries/list-records.ts";
import { TrainingCauseEnum, TrainingRecordStateEnum } from "./training-words.type.ts";

@ObjectType("TrainingAttempt", {
  simpleResolvers: true,
  description: "One try at a course's quiz. What was handed in is kept, whatever comes later.",
})
export class TrainingAttemptType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => DateTime)
  startedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "Null while it is under way." })
  submittedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: "Right answers in per cent." })
  score!: number | null;

  @Field(() => Boolean, { nullable: true })
  passed!: boolean | null;

  @Field(() => Int, { description: "The version of the course whose quiz it was." })
  courseVersion!: number;
}

@ObjectType("TrainingDueChange", {
  simpleResolvers: true,
  description: "That an assignment was given another due day.",
})
export class TrainingDueChangeType {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => String, { description: "The name of whoever changed it." })
  by!: string;

  @Field(() => DayScalar, { nullable: true })
  from!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "Null: due on no day." })
  to!: Day | null;

  @Field(() => String)
  reason!: string;
}

@ObjectType("TrainingRecord", {
  implements: Node,
  description:
    "One person's assignment to a course, its result, certificate and expiry. A later assignment is another record.",
})
export class TrainingRecordType extends Node {
  row!: RecordRow;

  @Field(() => ID)
  declare id: string;

  @Field(() => TrainingRecordStateEnum, { description: "As it stands today." })
  state!: RecordState;

  @Field(() => TrainingCauseEnum)
  cause!: RecordCause;

  @Field(() => Boolean, { description: "Still to be worked on; never by whoever has left." })
  open!: boolean;

  @Field(() => Boolean, { description: "Still to be worked on, and its due day is over." })
  overdue!: boolean;

  @Field(() => DateTime)
  assignedAt!: Date;

  @Field(() => DayScalar, {
    nullable: true,
    description: "Advice: it can be taken after this day, unless the window has closed.",
  })
  dueOn!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "The first day on which it can be taken." })
  opensOn!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "The last day on which it can be taken." })
  closesOn!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "The first day on which it counts." })
  validFrom!: Day | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: "The last day on which it counts; null: for good, or not yet.",
  })
  validUntil!: Day | null;

  @Field(() => Int, { nullable: true, description: "Of the last attempt, in per cent." })
  score!: number | null;

  @Field(() => Int)
  attemptsUsed!: number;

  @Field(() => Int, { nullable: true, description: "Null: as often as it takes." })
  attemptsAllowed!: number | null;

  @Field(() => String, { nullable: true, description: "Confirmed for everybody under `/verify/`." })
  certificateCode!: string | null;

  @Field(() => String, { nullable: true, description: "Where the certificate is downloaded (PDF, both languages)." })
  certificateUrl!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was waived; it stays when the waiver is withdrawn." })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was withdrawn." })
  withdrawalReason!: string | null;

  @Field(() => DateTime, { nullable: true })
  withdrawnAt!: Date | null;

  @Field(() => String, { nullable: true, description: "The number of a certificate that somebody else issued." })
  outsideNumber!: string | null;
}

export const TrainingRecordConnection = connectionOf(TrainingRecordType, "TrainingRecord");

export function toTrainingRecord(row: RecordRow, today: Day): TrainingRecordType {
  const id = toGlobalId("TrainingRecord", row.id);
  const state = stateOn(
    {
      ...{ state: row.state, closesOn: row.closes_on, validFrom: row.valid_from, validUntil: row.valid_until },
      ...{ attemptsUsed: row.attempts_used, attemptsAllowed: row.attempts_allowed },
    },
    today,
  );
  const open = row.open && state !== "MISSED" && !row.left;
  return Object.assign(new TrainingRecordType(), {
    row,
    id,
    state,
    cause: row.cause,
    open,
    overdue: open && row.due_on !== null && row.due_on < today,
    assignedAt: row.assigned_at,
    dueOn: row.due_on,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    score: row.score,
    attemptsUsed: row.attempts_used,
    attemptsAllowed: row.attempts_allowed,
    certificateCode: row.certificate_code,
    certificateUrl: row.certificate_code === null ? null : `/training/certificates/${id}.pdf`,
    reason: row.reason,
    withdrawalReason: row.withdrawal_reason,
    withdrawnAt: row.withdrawn_at,
    outsideNumber: row.outside_number,
  });
}

export function toTrainingDueChange(row: DueChangeRow): TrainingDueChangeType {
  return Object.assign(new TrainingDueChangeType(), {
    id: toGlobalId("TrainingDueChange", row.id),
    at: row.at,
    by: row.by,
    from: row.from_day,
    to: row.to_day,
    reason: row.reason,
  });
}

export function toTrainingAttempt(row: AttemptRow): TrainingAttemptType {
  return Object.assign(new TrainingAttemptType(), {
    id: toGlobalId("TrainingAttempt", row.id),
    number: row.number,
    startedAt: row.started_at,
    submittedAt: row.submitted_at,
    score: row.score,
    passed: row.passed,
    courseVersion: row.version,
  });
}
