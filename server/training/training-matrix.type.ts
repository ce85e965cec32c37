import { Field, Int, ObjectType } from "type-graphql";
import { CaseActionEnum } from "../cases/case-words.type.ts";
import type { CaseAction } from "../cases/domain/words.ts";
import { DayScalar } from "../graphql/scalars.ts";
import type { Day } from "../kernel/day.ts";
import { StaffType } from "../staff/staff.type.ts";
import type { Standing } from "./domain/words.ts";
import { TrainingStandingEnum } from "./training-words.type.ts";

@ObjectType("TrainingMatrixColumn", { simpleResolvers: true })
export class TrainingMatrixColumnType {
  @Field(() => String, { description: "The id of the `Course`." })
  courseId!: string;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Int, { description: "How many people should hold it at any time; 0: nobody counts." })
  leastPeople!: number;

  @Field(() => [CaseActionEnum], { description: "Actions on a case that are shut without it." })
  opens!: readonly CaseAction[];
}

@ObjectType("TrainingMatrixRow", { simpleResolvers: true })
export class TrainingMatrixRowType {
  @Field(() => StaffType)
  staff!: StaffType;

  @Field(() => Int, { description: "Courses that they need and that nothing says they know." })
  gaps!: number;

  @Field(() => String, {
    description:
      "One cell a column, apart by commas: `V` valid; `L28` lapsing, with the days left; `A` assigned; `O` assigned and overdue; `X9` lapsed, with the days since; `M` missing; `-` not needed.",
  })
  cells!: string;
}

@ObjectType("TrainingMatrix", {
  simpleResolvers: true,
  description: "People by courses, whoever has the most gaps first. Kept small: thousands of cells are one answer.",
})
export class TrainingMatrixType {
  @Field(() => DayScalar, { description: "The day that it is the truth of, by the desk's calendar." })
  day!: Day;

  @Field(() => [TrainingMatrixColumnType])
  columns!: readonly TrainingMatrixColumnType[];

  @Field(() => [TrainingMatrixRowType])
  rows!: readonly TrainingMatrixRowType[];
}

@ObjectType("CourseStanding", { description: "How one person stands with one course." })
export class CourseStandingType {
  courseRowId!: string;

  @Field(() => TrainingStandingEnum)
  standing!: Standing;

  @Field(() => DayScalar, { nullable: true, description: "The last day of the record that holds longest." })
  validUntil!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "Of the open assignment." })
  dueOn!: Day | null;
}

@ObjectType("AssignmentPreviewPerson", { simpleResolvers: true })
export class AssignmentPreviewPersonType {
  @Field(() => StaffType)
  staff!: StaffType;

  @Field(() => Boolean, { description: "They would get it." })
  gets!: boolean;

  @Field(() => Boolean, { description: "They hold a valid record." })
  holds!: boolean;

  @Field(() => DayScalar, { nullable: true })
  validUntil!: Day | null;

  @Field(() => Boolean, { description: "They have an open assignment, which would stay as it is." })
  isAssigned!: boolean;
}

@ObjectType("AssignmentPreview", { simpleResolvers: true, description: "Who would get a course. Nothing is written." })
export class AssignmentPreviewType {
  @Field(() => [AssignmentPreviewPersonType], { description: "By name; the first 500." })
  people!: readonly AssignmentPreviewPersonType[];

  @Field(() => Int)
  gets!: number;

  @Field(() => Int)
  total!: number;
}
