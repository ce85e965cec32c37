import { Field, ID, InputType, Int } from "type-graphql";
import { badInput } from "../graphql/cursor.ts";
import { freeText } from "../graphql/free-text.ts";
import type { BilingualText } from "../policies/domain/policy-content.ts";
import { type CourseContent, contentLimits } from "./domain/course-content.ts";
import type { CertificateFate, QuestionKind } from "./domain/words.ts";
import { CertificateFateEnum, QuestionKindEnum } from "./training-words.type.ts";

@InputType("CourseTextInput", { description: "One text in both languages; a draft may leave one empty." })
export class CourseTextInput {
  @Field(() => String)
  zh!: string;

  @Field(() => String)
  en!: string;
}

@InputType("CourseSectionInput")
export class CourseSectionInput {
  @Field(() => CourseTextInput)
  heading!: CourseTextInput;

  @Field(() => CourseTextInput)
  body!: CourseTextInput;
}

@InputType("CourseOptionInput")
export class CourseOptionInput {
  @Field(() => CourseTextInput)
  text!: CourseTextInput;

  @Field(() => Boolean)
  right!: boolean;
}

@InputType("CourseQuestionInput")
export class CourseQuestionInput {
  @Field(() => QuestionKindEnum)
  kind!: QuestionKind;

  @Field(() => CourseTextInput)
  prompt!: CourseTextInput;

  @Field(() => [CourseOptionInput])
  options!: readonly CourseOptionInput[];

  @Field(() => CourseTextInput)
  explanation!: CourseTextInput;
}

@InputType("CourseContentInput", { description: "All that a version of a course says." })
export class CourseContentInput {
  @Field(() => CourseTextInput)
  title!: CourseTextInput;

  @Field(() => CourseTextInput)
  summary!: CourseTextInput;

  @Field(() => Int, { description: "1 to 600." })
  minutes!: number;

  @Field(() => [CourseSectionInput])
  sections!: readonly CourseSectionInput[];

  @Field(() => [CourseQuestionInput])
  questions!: readonly CourseQuestionInput[];

  @Field(() => Int, { description: "Per cent of questions that must be right, 1 to 100." })
  passMark!: number;

  @Field(() => Int, { nullable: true, description: "1 to 120; null: for good." })
  validityMonths!: number | null;

  @Field(() => Int, { nullable: true, description: "1 to 20; null: as often as it takes." })
  attemptsAllowed!: number | null;
}

@InputType("CreateCourseInput")
export class CreateCourseInput {
  @Field(() => String, { description: "Lower-case letters, digits and dashes, e.g. `late-presentment`. It stays." })
  code!: string;

  @Field(() => CourseContentInput)
  content!: CourseContentInput;

  @Field(() => Int, { defaultValue: 0, description: "How many people should hold it at any time." })
  leastPeople!: number;
}

@InputType("SaveCourseDraftInput")
export class SaveCourseDraftInput {
  @Field(() => ID)
  courseId!: string;

  @Field(() => Int, { description: "The draft's revision as it was read." })
  expectedRevision!: number;

  @Field(() => CourseContentInput)
  content!: CourseContentInput;

  @Field(() => Int, { defaultValue: 0 })
  leastPeople!: number;
}

@InputType("PublishCourseInput")
export class PublishCourseInput {
  @Field(() => ID)
  courseId!: string;

  @Field(() => Int)
  expectedRevision!: number;

  @Field(() => CertificateFateEnum, {
    nullable: true,
    description: "What becomes of certificates that are out. Must be said where the validity changes.",
  })
  certificates!: CertificateFate | null;
}

const text =
  (longest: number) =>
  (field: string, { zh, en }: BilingualText) => ({
    zh: zh.trim() === "" ? "" : freeText(field, zh, longest),
    en: en.trim() === "" ? "" : freeText(field, en, longest),
  });
const line = text(300);
const page = text(20_000);

/** What an author sent, as it may be stored. */
export function toContent(input: CourseContentInput): CourseContent {
  const { sections, questions } = input;
  const { sections: mostSections, questions: mostQuestions, options: mostOptions } = contentLimits;
  if (sections.length > mostSections) throw badInput(`A course has at most ${mostSections} sections.`);
  if (questions.length > mostQuestions) throw badInput(`A quiz has at most ${mostQuestions} questions.`);
  if (questions.some(({ options }) => options.length > mostOptions))
    throw badInput(`A question has at most ${mostOptions} options.`);
  return {
    title: line("title", input.title),
    summary: line("summary", input.summary),
    minutes: input.minutes,
    sections: sections.map(({ heading, body }) => ({ heading: line("heading", heading), body: page("body", body) })),
    questions: questions.map(({ kind, prompt, options, explanation }) => ({
      kind,
      prompt: line("prompt", prompt),
      options: options.map((option) => ({ text: line("option", option.text), right: option.right })),
      explanation: line("explanation", explanation),
    })),
    passMark: input.passMark,
    validityMonths: input.validityMonths ?? null,
    attemptsAllowed: input.attemptsAllowed ?? null,
  };
}

/** A code is part of addresses, so it is plain. */
export function toCourseCode(code: string): string {
  if (!/^[a-z][a-z0-9-]{1,59}$/.test(code)) throw badInput("`code` must be lower-case letters, digits and dashes.");
  return code;
}
