import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import { DateTime, DayScalar } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import type { Day } from "../kernel/day.ts";
import type { Locale } from "../request-context.ts";
import { keptField, keptText } from "../transactions/domain/kept-row.ts";
import { type OutsideProblem, outsideProblemText } from "./domain/outside-problem.ts";
import type { JudgedFile } from "./read-outside-file.ts";

const fates = ["NEW", "SAME", "BAD"] as const;
export const OutsideFateEnum = wordsEnum(fates);
registerEnumType(OutsideFateEnum, {
  name: "OutsideRecordFate",
  description: "What happens to a row: it is recorded, it was recorded before, or it is not taken.",
});

@ObjectType("OutsideRecordReason", { simpleResolvers: true, description: "One thing that is wrong with a row." })
export class OutsideReasonType {
  @Field(() => String, { nullable: true, description: "The column; null where it is the row as a whole." })
  column!: string | null;

  @Field(() => String, { description: "Stable word for programs, e.g. PERSON_UNKNOWN." })
  code!: string;

  @Field(() => String, { description: "In the reader's language." })
  message!: string;
}

@ObjectType("OutsideRecordRow", { simpleResolvers: true, description: "A row of a file of records from outside." })
export class OutsideRowType {
  @Field(() => Int, { description: "The line in the file; the heading is line 1." })
  line!: number;

  @Field(() => [String], { description: "As they stand in the file, card numbers masked." })
  fields!: readonly string[];

  @Field(() => OutsideFateEnum)
  fate!: (typeof fates)[number];

  @Field(() => DayScalar, {
    nullable: true,
    description: "The last day on which it would count; null: for good, or not taken.",
  })
  validUntil!: Day | null;

  @Field(() => [OutsideReasonType], { description: "Why it is not taken: every reason, not the first." })
  reasons!: readonly OutsideReasonType[];
}

@ObjectType("OutsideRecordFile", {
  simpleResolvers: true,
  description: "A file of records from outside, looked at row by row.",
})
export class OutsideFileType {
  @Field(() => [String], { description: "The headings as they stand in the file." })
  header!: readonly string[];

  @Field(() => [OutsideRowType])
  rows!: readonly OutsideRowType[];

  @Field(() => Int)
  added!: number;

  @Field(() => Int)
  same!: number;

  @Field(() => Int)
  bad!: number;

  @Field(() => String, {
    nullable: true,
    description: "The rows that are not taken as a CSV file, each with its reasons, to be mended and brought again.",
  })
  badRows!: string | null;
}

@ObjectType("TrainingImport", { simpleResolvers: true, description: "Where a record from outside comes from." })
export class TrainingImportType {
  @Field(() => String)
  fileName!: string;

  @Field(() => String, { description: "Who brought it." })
  by!: string;

  @Field(() => DateTime)
  at!: Date;
}

export function toReasons(problems: readonly OutsideProblem[], locale: Locale): readonly OutsideReasonType[] {
  return problems.map((problem) => ({
    column: problem.column,
    code: problem.code,
    message: localised(outsideProblemText(problem), locale),
  }));
}

export function toOutsideRow(
  { row, fate }: JudgedFile["rows"][number],
  header: readonly string[],
  locale: Locale,
): OutsideRowType {
  const fields =
    row.kind === "ROW" ? row.fields.map((field, place) => keptField(field, header[place])) : [keptText(row.text)];
  return {
    line: row.line,
    fields,
    fate: fate.kind,
    validUntil: fate.kind === "NEW" ? fate.record.validUntil : null,
    reasons: fate.kind === "BAD" ? toReasons(fate.problems, locale) : [],
  };
}
