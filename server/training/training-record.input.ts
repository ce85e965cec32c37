import { Field, ID, InputType, Int } from "type-graphql";
import { badInput } from "../graphql/cursor.ts";
import { rowId } from "../graphql/ids.ts";
import { DayScalar } from "../graphql/scalars.ts";
import type { Day } from "../kernel/day.ts";
import { type Role, type StaffRole, staffRoles } from "../staff/domain/roles.ts";
import { RoleEnum } from "../staff/staff-words.type.ts";
import type { TrainingRule } from "./domain/rules.ts";
import type { RecordState, RuleKind, Standing } from "./domain/words.ts";
import { type ChosenAudience, type RecordGap, recordGaps } from "./queries/list-audience.ts";
import { TrainingRecordStateEnum, TrainingRuleKindEnum, TrainingStandingEnum } from "./training-words.type.ts";

@InputType("TrainingRecordFilter", { description: "What is left out is not asked." })
export class TrainingRecordFilterInput {
  @Field(() => ID, { nullable: true })
  staffId!: string | null;

  @Field(() => ID, { nullable: true })
  courseId!: string | null;

  @Field(() => [TrainingRecordStateEnum], { nullable: true })
  states!: readonly RecordState[] | null;

  @Field(() => Boolean, { nullable: true, description: "True: still to be worked on, with its due day over." })
  overdue!: boolean | null;
}

@InputType("TrainingAudienceInput", {
  description: "People by name, or whoever fits the filter; all that is given must fit. People who have left never do.",
})
export class TrainingAudienceInput {
  @Field(() => [ID], { nullable: true, description: "At most 500." })
  staffIds!: readonly string[] | null;

  @Field(() => RoleEnum, { nullable: true })
  role!: Role | null;

  @Field(() => ID, { nullable: true })
  merchantId!: string | null;

  @Field(() => ID, { nullable: true })
  institutionId!: string | null;

  @Field(() => DayScalar, { nullable: true, description: "Joined on this day or later." })
  joinedFrom!: Day | null;
}

@InputType("AssignTrainingInput")
export class AssignTrainingInput {
  @Field(() => ID)
  courseId!: string;

  @Field(() => TrainingAudienceInput)
  audience!: TrainingAudienceInput;

  @Field(() => [TrainingStandingEnum], {
    nullable: true,
    description:
      "Only people whose record stands so: LAPSED, LAPSING (within 90 days) or MISSING (never had one). Null: however it stands. Whoever is asked for by it gets the course though a record may still hold.",
  })
  standings!: readonly Standing[] | null;

  @Field(() => DayScalar, { nullable: true, description: "Advice; it can be taken later." })
  dueOn!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "The first day on which it can be taken." })
  opensOn!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "The last day on which it can be taken." })
  closesOn!: Day | null;

  @Field(() => Boolean, { defaultValue: false, description: "Also to whoever holds a valid record." })
  includeHolders!: boolean;
}

@InputType("WaiveTrainingInput")
export class WaiveTrainingInput {
  @Field(() => ID)
  staffId!: string;

  @Field(() => ID)
  courseId!: string;

  @Field(() => String, { description: "Stays on the record." })
  reason!: string;

  @Field(() => DayScalar, { nullable: true, description: "The last day on which it counts; null: for good." })
  validUntil!: Day | null;
}

@InputType("WithdrawTrainingInput")
export class WithdrawTrainingInput {
  @Field(() => ID)
  recordId!: string;

  @Field(() => String, { description: "Stays on the record." })
  reason!: string;
}

@InputType("ChangeTrainingDueDateInput")
export class ChangeTrainingDueDateInput {
  @Field(() => ID)
  recordId!: string;

  @Field(() => DayScalar, { nullable: true, description: "Within the assignment's window; null: due on no day." })
  dueOn!: Day | null;

  @Field(() => String, { description: "Kept with the change." })
  reason!: string;
}

@InputType("TrainingRuleInput")
export class TrainingRuleInput {
  @Field(() => ID)
  courseId!: string;

  @Field(() => TrainingRuleKindEnum)
  kind!: RuleKind;

  @Field(() => TrainingAudienceInput, { description: "By role and filter; people by name are passed over." })
  audience!: TrainingAudienceInput;

  @Field(() => Int, {
    description: "Days after the assignment, 1 to 365. Ahead of expiry it is due on the record's last day.",
  })
  dueInDays!: number;

  @Field(() => Int, { nullable: true, description: "For EXPIRY: how many days before the end, 1 to 365." })
  daysAhead!: number | null;
}

@InputType("ChangeTrainingRuleInput", { description: "Its days; other people or another course are another rule." })
export class ChangeTrainingRuleInput {
  @Field(() => ID)
  ruleId!: string;

  @Field(() => Int, { description: "The rule's version as it was read." })
  expectedVersion!: number;

  @Field(() => Int, { description: "1 to 365." })
  dueInDays!: number;

  @Field(() => Int, { nullable: true, description: "For EXPIRY, 1 to 365." })
  daysAhead!: number | null;
}

@InputType("QuizAnswerInput")
export class QuizAnswerInput {
  @Field(() => Int, { description: "`QuizQuestion.place`." })
  question!: number;

  @Field(() => [Int], { description: "`QuizOption.place` of each chosen one." })
  chosen!: readonly number[];
}

@InputType("SubmitQuizInput")
export class SubmitQuizInput {
  @Field(() => ID)
  attemptId!: string;

  @Field(() => [QuizAnswerInput], { description: "What is left out counts as wrong." })
  answers!: readonly QuizAnswerInput[];
}

const mostNamed = 500;

/** Ids that are no ids of ours are nobody's. */
export function toAudience(input: TrainingAudienceInput): ChosenAudience {
  if ((input.staffIds?.length ?? 0) > mostNamed)
    throw badInput(`\`staffIds\` names at most ${mostNamed} people; a role or a filter reaches more.`);
  const id = (given: string | null | undefined, type: string) =>
    given == null ? null : (rowId(given, type) ?? nobody);
  return {
    staffIds: input.staffIds?.flatMap((given) => rowId(given, "Staff") ?? []) ?? null,
    role: input.role == null ? null : toStaffRole(input.role),
    merchantId: id(input.merchantId, "Merchant"),
    institutionId: id(input.institutionId, "Institution"),
    joinedFrom: input.joinedFrom ?? null,
  };
}

/** The other standings follow from rules and open assignments, and are nobody's record. */
export function toGaps({ standings }: Pick<AssignTrainingInput, "standings">): readonly RecordGap[] | null {
  if (standings == null) return null;
  const gaps = recordGaps.filter((gap) => standings.includes(gap));
  if (gaps.length === 0 || gaps.length !== new Set(standings).size)
    throw badInput(`\`standings\` is one or more of ${recordGaps.join(", ")}.`);
  return gaps;
}

/** Customers and the desk itself learn nothing. */
export function toStaffRole(role: Role): StaffRole {
  const found = staffRoles.find((known) => known === role);
  if (found === undefined) throw badInput("`role` must be one that a member of staff can hold.");
  return found;
}

const nobody = "00000000-0000-0000-0000-000000000000";

export function toRule({ kind, audience, dueInDays, daysAhead }: TrainingRuleInput): TrainingRule {
  const { role, merchantId, institutionId, joinedFrom } = toAudience(audience);
  return { kind, role, merchantId, institutionId, joinedFrom, dueInDays, daysAhead: daysAhead ?? null };
}
