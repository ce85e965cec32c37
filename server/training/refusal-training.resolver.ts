import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { RefusalType } from "../cases/available-action.type.ts";
import type { RequestContext } from "../request-context.ts";
import { StaffType, toStaff } from "../staff/staff.type.ts";
import { CourseType, toCourse } from "./course.type.ts";
import { capableOfCourse } from "./queries/find-capable.ts";
import { courseByCode } from "./queries/list-courses.ts";

/** What training adds to a refusal: the course to take, and who could do it meanwhile. */
@Resolver(() => RefusalType)
export class RefusalTrainingResolver {
  @FieldResolver(() => CourseType, { nullable: true, description: "The course whose valid record is missing." })
  async course(@Root() { refusal }: RefusalType, @Ctx() ctx: RequestContext): Promise<CourseType | null> {
    if (refusal.code !== "TRAINING_MISSING") return null;
    const row = await ctx.loaders.load(courseByCode, refusal.course);
    return row === null ? null : toCourse(row, ctx.locale);
  }

  @FieldResolver(() => [StaffType], {
    description: "Where a record is missing: colleagues who may do this and hold a valid one, five at most.",
  })
  async colleagues(@Root() { refusal }: RefusalType, @Ctx() ctx: RequestContext): Promise<readonly StaffType[]> {
    if (refusal.code !== "TRAINING_MISSING") return [];
    return (await ctx.loaders.load(capableOfCourse, refusal.course)).map(toStaff);
  }
}
