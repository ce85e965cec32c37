import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { DateTime, DayScalar } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import type { Day } from "../kernel/day.ts";
import { type AccessKind, accessKinds } from "../staff/domain/access-kinds.ts";

const AccessKindEnum = wordsEnum(accessKinds);
registerEnumType(AccessKindEnum, { name: "AccessKind", description: "In which way personal data of a case was seen." });

@InputType("AccessLogFilter", { description: "Everything left out is not asked. Days are the desk's." })
export class AccessLogFilterInput {
  @Field(() => ID, { nullable: true, description: "Who looked: an id of Staff." })
  viewerId!: string | null;

  @Field(() => String, { nullable: true })
  caseNumber!: string | null;

  @Field(() => AccessKindEnum, { nullable: true })
  kind!: AccessKind | null;

  @Field(() => DayScalar, { nullable: true, description: "On this day or later." })
  from!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "On this day or before." })
  to!: Day | null;
}

@ObjectType("AccessRecord", {
  description:
    "Somebody of staff saw personal data of a case. One a viewer, case, way and hour, committed before the data was sent: what could not be written down was not shown.",
})
export class AccessRecordType {
  readonly viewerId!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => String)
  caseNumber!: string;

  @Field(() => AccessKindEnum)
  kind!: AccessKind;

  @Field(() => DateTime, { description: "When they did so first within the hour." })
  at!: Date;
}

export const AccessRecordConnection = connectionOf(AccessRecordType, "AccessRecord");
