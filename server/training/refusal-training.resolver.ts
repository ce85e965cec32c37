import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ApprovalReasonType } from "../approvals/approval.type.ts";
import type { ApprovalFacts } from "../approvals/domain/may-decide.ts";
import { RefusalType } from "../cases/available-action.type.ts";
import type { RequestContext } from "../request-context.ts";
import { StaffType, toStaff } from "../staff/staff.type.ts";
import { CourseType, toCourse } from "./course.type.ts";
import { capableOfCourse } from "./queries/find-capable.ts";
import { courseByCode } from "./queries/list-courses.ts";
import { whoMayAgree } from "./queries/who-may-agree.ts";

const course = "The course whose valid record is missing.";
const colleagues = "Where a record is missing: colleagues who may do this and hold a valid one, five at most.";

/** What training adds to a refusal: the course to take, and who could do it meanwhile. */
@Resolver(() => RefusalType)
export class RefusalTrainingResolver {
  @FieldResolver(() => CourseType, { nullable: true, description: course })
  course(@Root() { refusal }: RefusalType, @Ctx() ctx: RequestContext): Promise<CourseType | null> {
    return courseOf(refusal, ctx);
  }

  @FieldResolver(() => [StaffType], { description: colleagues })
  colleagues(@Root() { refusal }: RefusalType, @Ctx() ctx: RequestContext): Promise<readonly StaffType[]> {
    return colleaguesOf(refusal, "approval" in refusal ? (refusal.approval ?? null) : null, ctx);
  }
}

/** The same of a reason against somebody's agreeing. */
@Resolver(() => ApprovalReasonType)
export class ApprovalReasonTrainingResolver {
  @FieldResolver(() => CourseType, { nullable: true, description: course })
  course(@Root() { refusal }: ApprovalReasonType, @Ctx() ctx: RequestContext): Promise<CourseType | null> {
    return courseOf(refusal, ctx);
  }

  @FieldResolver(() => [StaffType], { description: colleagues })
  colleagues(
    @Root() { refusal, request }: ApprovalReasonType,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly StaffType[]> {
    return colleaguesOf(refusal, request, ctx);
  }
}

type AnyRefusal = RefusalType["refusal"] | ApprovalReasonType["refusal"];

async function courseOf(refusal: AnyRefusal, ctx: RequestContext): Promise<CourseType | null> {
  if (refusal.code !== "TRAINING_MISSING") return null;
  const row = await ctx.loaders.load(courseByCode, refusal.course);
  return row === null ? null : toCourse(row, ctx.locale);
}

async function colleaguesOf(
  refusal: AnyRefusal,
  approval: ApprovalFacts | null,
  ctx: RequestContext,
): Promise<readonly StaffType[]> {
  if (refusal.code !== "TRAINING_MISSING") return [];
  const { course: code } = refusal;
  return (await (approval === null ? ctx.loaders.load(capableOfCourse, code) : whoMayAgree(ctx, approval, code))).map(
    toStaff,
  );
}
