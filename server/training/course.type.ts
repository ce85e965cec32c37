import { Field, ID, Int, ObjectType } from "type-graphql";
import { CaseActionEnum } from "../cases/case-words.type.ts";
import type { CaseAction } from "../cases/domain/words.ts";
import { connectionOf } from "../graphql/connection.ts";
import { localised } from "../graphql/locale.ts";
import { Node } from "../graphql/node.type.ts";
import { DateTime } from "../graphql/scalars.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { Locale } from "../request-context.ts";
import { actionsBehind } from "./domain/gates.ts";
import type { CertificateFate, QuestionKind } from "./domain/words.ts";
import type { CourseRow, CourseVersionRow } from "./queries/list-courses.ts";
import { CertificateFateEnum, QuestionKindEnum } from "./training-words.type.ts";

@ObjectType("CourseText", { simpleResolvers: true, description: "One text in both languages." })
export class CourseTextType {
  @Field(() => String)
  zh!: string;

  @Field(() => String)
  en!: string;
}

@ObjectType("CourseSection", {
  simpleResolvers: true,
  description: "Paragraphs apart by an empty line; lines that begin with `- ` are a list.",
})
export class CourseSectionType {
  @Field(() => CourseTextType)
  heading!: CourseTextType;

  @Field(() => CourseTextType)
  body!: CourseTextType;
}

@ObjectType("CourseOption", { simpleResolvers: true })
export class CourseOptionType {
  @Field(() => CourseTextType)
  text!: CourseTextType;

  @Field(() => Boolean)
  right!: boolean;
}

@ObjectType("CourseQuestion", {
  simpleResolvers: true,
  description: "A question as its author wrote it, with the answers: for whoever writes courses.",
})
export class CourseQuestionType {
  @Field(() => QuestionKindEnum)
  kind!: QuestionKind;

  @Field(() => CourseTextType)
  prompt!: CourseTextType;

  @Field(() => [CourseOptionType])
  options!: readonly CourseOptionType[];

  @Field(() => CourseTextType)
  explanation!: CourseTextType;
}

@ObjectType("CourseVersion", {
  simpleResolvers: true,
  description: "One text of a course. Once published it never changes.",
})
export class CourseVersionType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => Boolean)
  published!: boolean;

  @Field(() => Int, { description: "Counts the changes of a draft; to be given back with the next." })
  revision!: number;

  @Field(() => CourseTextType)
  title!: CourseTextType;

  @Field(() => CourseTextType)
  summary!: CourseTextType;

  @Field(() => [CourseSectionType])
  sections!: readonly CourseSectionType[];

  @Field(() => [CourseQuestionType], { description: "With the answers, so empty for whoever does not write courses." })
  questions!: readonly CourseQuestionType[];

  @Field(() => Int, { description: "How many questions the quiz has." })
  questionCount!: number;

  @Field(() => Int, { description: "The share of questions that must be right, in per cent." })
  passMark!: number;

  @Field(() => Int, { nullable: true, description: "How long a certificate holds; null: for good." })
  validityMonths!: number | null;

  @Field(() => Int, { nullable: true, description: "Tries for one assignment; null: as often as it takes." })
  attemptsAllowed!: number | null;

  @Field(() => Int, { description: "How long it takes a reader." })
  minutes!: number;

  @Field(() => DateTime, { nullable: true })
  publishedAt!: Date | null;

  @Field(() => CertificateFateEnum, {
    nullable: true,
    description: "What publishing did with certificates that were out; null where the validity stayed.",
  })
  certificates!: CertificateFate | null;
}

@ObjectType("Course", { implements: Node, description: "Something to be known at the desk." })
export class CourseType extends Node {
  row!: CourseRow;

  @Field(() => ID)
  declare id: string;

  @Field(() => String, { description: "Its name for programs and addresses, e.g. `bank-disputes`." })
  code!: string;

  @Field(() => String, { description: "In the reader's language." })
  title!: string;

  @Field(() => String, { description: "In the reader's language." })
  summary!: string;

  @Field(() => [CaseActionEnum], { description: "Actions on a case that are shut to whoever has no valid record." })
  opens!: readonly CaseAction[];

  @Field(() => Int, { description: "How many people should hold it at any time; 0: nobody counts." })
  leastPeople!: number;

  @Field(() => CourseVersionType, { nullable: true, description: "What it teaches now." })
  published!: CourseVersionType | null;
}

export const CourseConnection = connectionOf(CourseType, "Course");

export function toCourse(row: CourseRow, locale: Locale): CourseType {
  return Object.assign(new CourseType(), {
    row,
    id: toGlobalId("Course", row.id),
    code: row.code,
    title: localised(row.title, locale),
    summary: localised(row.summary, locale),
    opens: actionsBehind(row.code),
    leastPeople: row.least_people,
    published: row.published === null ? null : toCourseVersion(row.published),
  });
}

export function toCourseVersion(row: CourseVersionRow): CourseVersionType {
  const { content } = row;
  return Object.assign(new CourseVersionType(), {
    ...content,
    id: toGlobalId("CourseVersion", row.id),
    number: row.number,
    published: row.state === "PUBLISHED",
    revision: row.revision,
    questionCount: content.questions.length,
    publishedAt: row.published_at === null ? null : new Date(row.published_at),
    certificates: row.certificates,
  });
}
