import { createUnionType, Field, ObjectType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import { Problem } from "../graphql/problem.type.ts";
import type { Result } from "../kernel/result.ts";
import type { RequestContext } from "../request-context.ts";
import type { CourseFailure } from "./actions/write-course.ts";
import { CourseType, toCourse } from "./course.type.ts";
import { courseById } from "./queries/list-courses.ts";
import { TrainingNotFoundType, TrainingRefusedType, toTrainingNotFound, toTrainingRefused } from "./training.result.ts";

@ObjectType("CourseSaved", { description: "It happened: the course as it is now." })
export class CourseSavedType {
  @Field(() => CourseType)
  course!: CourseType;
}

@ObjectType("StaleCourse", {
  implements: Problem,
  description: "Somebody was faster: the draft has a newer revision. Nothing was written.",
})
export class StaleCourseType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => CourseType, { description: "The course as it is now." })
  course!: CourseType;
}

export const CourseResult = createUnionType({
  name: "CourseResult",
  description: "The answer to whoever writes a course.",
  types: () => [CourseSavedType, TrainingRefusedType, StaleCourseType, TrainingNotFoundType] as const,
});

const stale = {
  zh: "这份草稿在您打开之后已有更改：可能是同事所为，也可能是您先前的操作已经生效，只是没有收到答复。本次更改没有保存。请查看最新内容后再保存。",
  en: "This draft has been changed since you opened it: by a colleague, or by a press of your own whose answer did not arrive. Nothing of this press was saved. Look at what is there now, and save again.",
};

export async function toCourseResult(
  ctx: RequestContext,
  result: Result<{ readonly courseId: string }, CourseFailure>,
): Promise<typeof CourseResult> {
  if (result.ok) return Object.assign(new CourseSavedType(), { course: await courseNow(ctx, result.value.courseId) });
  const { error } = result;
  if (error.kind === "NOT_FOUND") return toTrainingNotFound(ctx.locale);
  if (error.kind === "REFUSED") return toTrainingRefused(error.reasons, ctx.locale);
  const course = await courseNow(ctx, error.courseId);
  return Object.assign(new StaleCourseType(), { message: localised(stale, ctx.locale), course });
}

async function courseNow(ctx: RequestContext, courseId: string): Promise<CourseType> {
  const row = await ctx.loaders.load(courseById, courseId);
  if (row === null) throw new Error(`Course ${courseId} vanished`);
  return toCourse(row, ctx.locale);
}
