import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { localised } from "../graphql/locale.ts";
import { DateTime, DayScalar, Uuid } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import type { Day } from "../kernel/day.ts";
import { deskDay } from "../kernel/desk-day.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { RequestContext } from "../request-context.ts";
import {
  type FindingState,
  type FindingStep,
  findingStates,
  findingSteps,
  isOverdue,
  type Severity,
  severities,
  severityText,
  stepsOpenTo,
} from "./domain/finding-life.ts";
import type { FindingRow } from "./queries/find-findings.ts";
import { AuditRefusedType } from "./sample.type.ts";

const SeverityEnum = wordsEnum(severities);
registerEnumType(SeverityEnum, {
  name: "FindingSeverity",
  description: severities.map((one) => `${one}: ${severityText[one].en}`).join("\n"),
});
const FindingStateEnum = wordsEnum(findingStates);
registerEnumType(FindingStateEnum, {
  name: "FindingState",
  description: "Where a finding rests. That it is overdue follows from the day, and is said by `overdue`.",
});
const FindingStepEnum = wordsEnum(findingSteps);
registerEnumType(FindingStepEnum, {
  name: "FindingStep",
  description:
    "START and COMPLETE are the owner's; VERIFY and SEND_BACK a reviewer's who neither owns it nor completed it.",
});

@InputType("FindingFilter", { description: "Everything left out is not asked." })
export class FindingFilterInput {
  @Field(() => [FindingStateEnum], { nullable: true })
  states!: FindingState[] | null;

  @Field(() => [SeverityEnum], { nullable: true })
  severities!: Severity[] | null;

  @Field(() => ID, { nullable: true, description: "An id of Staff." })
  ownerId!: string | null;

  @Field(() => ID, { nullable: true })
  sampleId!: string | null;

  @Field(() => Boolean, { nullable: true, description: "True: only what is overdue." })
  overdue!: boolean | null;
}

@ObjectType("AuditFinding", { description: "What a review found, who puts it right and by when." })
export class AuditFindingType {
  readonly row!: FindingRow;

  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: "Sent back as `expectedVersion`." })
  version!: number;

  @Field(() => String, { description: "Of the case that it was found with." })
  caseNumber!: string;

  @Field(() => SeverityEnum)
  severity!: Severity;

  @Field(() => String, { description: "What the severity means, in the reader's language." })
  severityMeans!: string;

  @Field(() => String, { description: "What was found." })
  what!: string;

  @Field(() => String)
  cause!: string;

  @Field(() => String, { description: "The corrective action." })
  correction!: string;

  @Field(() => DayScalar)
  dueOn!: Day;

  @Field(() => FindingStateEnum)
  state!: FindingState;

  @Field(() => Boolean)
  overdue!: boolean;

  @Field(() => DateTime)
  raisedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  verifiedAt!: Date | null;

  @Field(() => [FindingStepEnum], { description: "What the viewer may do with it now." })
  steps!: readonly FindingStep[];
}

export const AuditFindingConnection = connectionOf(AuditFindingType, "AuditFinding");

@InputType("RaiseFindingInput")
export class RaiseFindingInput {
  @Field(() => ID)
  itemId!: string;

  @Field(() => SeverityEnum)
  severity!: Severity;

  @Field(() => String, { description: "What was found, up to 2000 characters." })
  what!: string;

  @Field(() => String, { description: "Up to 2000 characters." })
  cause!: string;

  @Field(() => String, { description: "The corrective action, up to 2000 characters." })
  correction!: string;

  @Field(() => ID, { description: "A colleague of the desk: an id of Staff." })
  ownerId!: string;

  @Field(() => DayScalar)
  dueOn!: Day;

  @Field(() => Uuid, { description: "Made once per intention; sent again it gives the same finding." })
  idempotencyKey!: string;
}

@InputType("ChangeFindingInput")
export class ChangeFindingInput {
  @Field(() => ID)
  findingId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => SeverityEnum)
  severity!: Severity;

  @Field(() => ID, { description: "A colleague of the desk: an id of Staff." })
  ownerId!: string;

  @Field(() => DayScalar)
  dueOn!: Day;
}

@InputType("MoveFindingInput")
export class MoveFindingInput {
  @Field(() => ID)
  findingId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => FindingStepEnum)
  step!: FindingStep;

  @Field(() => String, {
    nullable: true,
    description: "What was done, or why it goes back; needed for COMPLETE and SEND_BACK. Up to 1000 characters.",
  })
  note!: string | null;
}

@ObjectType("FindingKept", { simpleResolvers: true })
export class FindingKeptType {
  @Field(() => AuditFindingType)
  finding!: AuditFindingType;
}

export const FindingResult = createUnionType({
  name: "FindingResult",
  types: () => [FindingKeptType, AuditRefusedType] as const,
});

export function toFinding(row: FindingRow, { actor, clock, locale }: RequestContext): AuditFindingType {
  const facts = { state: row.state, ownerId: row.owner_id, completedById: row.completed_by_id };
  return Object.assign(new AuditFindingType(), {
    row,
    id: toGlobalId("AuditFinding", row.id),
    version: row.version,
    caseNumber: row.case_number,
    severity: row.severity,
    severityMeans: localised(severityText[row.severity], locale),
    what: row.what,
    cause: row.cause,
    correction: row.correction,
    dueOn: row.due_on as Day,
    state: row.state,
    overdue: isOverdue({ state: row.state, dueOn: row.due_on as Day }, deskDay(clock.now())),
    raisedAt: row.raised_at,
    verifiedAt: row.verified_at,
    steps: stepsOpenTo(facts, { id: actor.id, mayReview: actor.permissions.has("audit.review") }),
  });
}
