import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../request-context.ts";
import { staffRowId } from "../staff/place-of.ts";
import { StaffType } from "../staff/staff.type.ts";
import { CourseType, toCourse } from "./course.type.ts";
import { courseByCode } from "./queries/list-courses.ts";
import { standInGaps } from "./queries/stand-in-gaps.ts";

/** What training adds to a member of staff. */
@Resolver(() => StaffType)
export class StandInTrainingResolver {
  @FieldResolver(() => [CourseType], {
    description:
      "Courses that giving a colleague's approvals above the limit needs, and of which they hold no valid record today.",
  })
  async standInGaps(@Root() { id }: StaffType, @Ctx() ctx: RequestContext): Promise<readonly CourseType[]> {
    const codes = await ctx.loaders.load(standInGaps, staffRowId(id));
    const rows = await Promise.all(codes.map((code) => ctx.loaders.load(courseByCode, code)));
    return rows.flatMap((row) => (row === null ? [] : [toCourse(row, ctx.locale)]));
  }
}
