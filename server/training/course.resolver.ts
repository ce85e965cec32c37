import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { type Connection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import { rowId } from "../graphql/ids.ts";
import { refused } from "../kernel/result.ts";
import type { RequestContext } from "../request-context.ts";
import { publishCourse } from "./actions/publish-course.ts";
import { beginCourseDraft, createCourse, saveCourseDraft } from "./actions/write-course.ts";
import {
  CreateCourseInput,
  PublishCourseInput,
  SaveCourseDraftInput,
  toContent,
  toCourseCode,
} from "./course.input.ts";
import { CourseResult, toCourseResult } from "./course.result.ts";
import { CourseConnection, CourseType, CourseVersionType, toCourse, toCourseVersion } from "./course.type.ts";
import { findCourseByCode, listCourses, versionsOfCourse } from "./queries/list-courses.ts";

const notFound = refused({ kind: "NOT_FOUND" } as const);
const mayWrite = ({ actor }: RequestContext) => actor.permissions.has("training.manage");

@Resolver(() => CourseType)
export class CourseResolver {
  @Query(() => CourseConnection, { description: "Courses by code. Drafts only for whoever writes courses." })
  async courses(
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<CourseType>> {
    const page = pageRequest(first, after, 1);
    const rows = await listCourses(ctx.db, page, mayWrite(ctx));
    return toConnection(
      rows,
      page,
      (row) => [row.code],
      (row) => toCourse(row, ctx.locale),
    );
  }

  @Query(() => CourseType, { nullable: true, description: "One course by its code." })
  async course(@Arg("code", () => String) code: string, @Ctx() ctx: RequestContext): Promise<CourseType | null> {
    const row = await findCourseByCode(ctx.db, code, mayWrite(ctx));
    return row === null ? null : toCourse(row, ctx.locale);
  }

  @FieldResolver(() => [CourseVersionType], { description: "Every version, the newest first, a draft included." })
  async versions(@Root() { row }: CourseType, @Ctx() ctx: RequestContext): Promise<readonly CourseVersionType[]> {
    return (await ctx.loaders.load(versionsOfCourse, row.id)).map(toCourseVersion);
  }

  @Mutation(() => CourseResult, { description: "Begins a new course with its first draft." })
  async createCourse(
    @Arg("input", () => CreateCourseInput) { code, content, leastPeople }: CreateCourseInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof CourseResult> {
    const course = { code: toCourseCode(code), content: toContent(content), leastPeople: Math.max(0, leastPeople) };
    return toCourseResult(ctx, await createCourse(ctx, course));
  }

  @Mutation(() => CourseResult, { description: "Begins the next version, as a draft that says what is published." })
  async beginCourseDraft(
    @Arg("courseId", () => ID) courseId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof CourseResult> {
    const id = rowId(courseId, "Course");
    return toCourseResult(ctx, id === null ? notFound : await beginCourseDraft(ctx, id));
  }

  @Mutation(() => CourseResult, {
    description: "Keeps a draft as far as it is written. A published version is refused.",
  })
  async saveCourseDraft(
    @Arg("input", () => SaveCourseDraftInput) input: SaveCourseDraftInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof CourseResult> {
    const courseId = rowId(input.courseId, "Course");
    if (courseId === null) return toCourseResult(ctx, notFound);
    const { expectedRevision, leastPeople } = input;
    const edit = {
      courseId,
      expectedRevision,
      content: toContent(input.content),
      leastPeople: Math.max(0, leastPeople),
    };
    return toCourseResult(ctx, await saveCourseDraft(ctx, edit));
  }

  @Mutation(() => CourseResult, {
    description: "Makes the draft what the course teaches. It never changes after that.",
  })
  async publishCourse(
    @Arg("input", () => PublishCourseInput) { expectedRevision, certificates, courseId }: PublishCourseInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof CourseResult> {
    const id = rowId(courseId, "Course");
    if (id === null) return toCourseResult(ctx, notFound);
    return toCourseResult(
      ctx,
      await publishCourse(ctx, { courseId: id, expectedRevision, certificates: certificates ?? null }),
    );
  }
}
