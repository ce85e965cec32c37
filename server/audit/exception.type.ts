import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { MoneyType } from "../graphql/money.type.ts";
import { Problem } from "../graphql/problem.type.ts";
import { DateTime, DayScalar } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import type { Day } from "../kernel/day.ts";
import { toGlobalId } from "../kernel/ids.ts";
import { type Money, money } from "../kernel/money.ts";
import {
  type Disposition,
  type ExceptionKind,
  type ExceptionProblem,
  type ExceptionStanding,
  exceptionKinds,
  exceptionProblemCodes,
  exceptionStandings,
} from "./domain/exceptions.ts";
import type { ExceptionRow } from "./queries/list-exceptions.ts";

const ExceptionKindEnum = wordsEnum(exceptionKinds);
registerEnumType(ExceptionKindEnum, {
  name: "ExceptionKind",
  description:
    "Why a step stands in the register. A refund by another way than the provider's is MANUAL_MONEY; PAID_TWICE, that the bank kept what had gone back.",
});
const ExceptionStandingEnum = wordsEnum(exceptionStandings);
registerEnumType(ExceptionStandingEnum, {
  name: "ExceptionStanding",
  description: "What compliance says of it; OPEN while nobody has said anything.",
});
const DispositionEnum = wordsEnum(["ACKNOWLEDGED", "TO_FOLLOW_UP"] as const satisfies readonly Disposition[]);
registerEnumType(DispositionEnum, { name: "Disposition", description: "What compliance can say of an exception." });
const ExceptionProblemEnum = wordsEnum(exceptionProblemCodes);
registerEnumType(ExceptionProblemEnum, { name: "ExceptionProblemCode", description: "Why a note was not recorded." });

@InputType("ExceptionFilter", { description: "Everything left out is not asked. Days are the desk's." })
export class ExceptionFilterInput {
  @Field(() => ExceptionKindEnum, { nullable: true })
  kind!: ExceptionKind | null;

  @Field(() => ExceptionStandingEnum, { nullable: true })
  standing!: ExceptionStanding | null;

  @Field(() => ID, { nullable: true, description: "Who acted: an id of Staff." })
  actorId!: string | null;

  @Field(() => DayScalar, { nullable: true, description: "On this day or later; left out: of the last ninety days." })
  from!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "On this day or before." })
  to!: Day | null;
}

@ObjectType("PolicyException", {
  description: "A step that went beside the policy, the checks or the provider, and what compliance says of it.",
})
export class ExceptionType {
  readonly row!: ExceptionRow;

  @Field(() => ID, { description: "Of the event that it is." })
  id!: string;

  @Field(() => DateTime, {
    description: "When it counts, by which the register is ordered: of an offer, when it was taken.",
  })
  at!: Date;

  @Field(() => [ExceptionKindEnum], { description: "Every reason why it stands here." })
  kinds!: readonly ExceptionKind[];

  @Field(() => ExceptionStandingEnum)
  standing!: ExceptionStanding;

  @Field(() => MoneyType, {
    nullable: true,
    description: "What was paid past the provider; null for every other kind.",
  })
  paid!: Money | null;

  @Field(() => Boolean, { description: "The viewer had a hand in the case, and says nothing of its exceptions." })
  ownWork!: boolean;

  @Field(() => Int, { description: "How often compliance has said something; sent back as `expectedNotes`." })
  notes!: number;

  @Field(() => String, { nullable: true, description: "The last note." })
  note!: string | null;

  @Field(() => DateTime, { nullable: true })
  notedAt!: Date | null;
}

export const ExceptionConnection = connectionOf(ExceptionType, "PolicyException");

@InputType("NoteExceptionInput")
export class NoteExceptionInput {
  @Field(() => ID)
  exceptionId!: string;

  @Field(() => Int, { description: "How many notes the writer has seen: `notes`." })
  expectedNotes!: number;

  @Field(() => DispositionEnum)
  disposition!: Disposition;

  @Field(() => String, { description: "Up to 1000 characters." })
  note!: string;
}

@ObjectType("ExceptionNoted", { simpleResolvers: true })
export class ExceptionNotedType {
  @Field(() => ExceptionType)
  exception!: ExceptionType;
}

@ObjectType("ExceptionRefused", {
  simpleResolvers: true,
  implements: Problem,
  description: "Nothing was recorded.",
})
export class ExceptionRefusedType extends Problem {
  @Field(() => ExceptionProblemEnum)
  code!: ExceptionProblem;
}

export const NoteExceptionResult = createUnionType({
  name: "NoteExceptionResult",
  types: () => [ExceptionNotedType, ExceptionRefusedType] as const,
});

export function toException(row: ExceptionRow): ExceptionType {
  return Object.assign(new ExceptionType(), {
    row,
    id: toGlobalId("CaseEvent", row.id),
    at: row.at,
    kinds: row.kinds,
    standing: row.disposition ?? "OPEN",
    paid: row.paid === null ? null : money(BigInt(row.paid.minor), row.paid.currency),
    ownWork: row.own_work,
    notes: row.notes,
    note: row.note,
    notedAt: row.noted_at,
  });
}
