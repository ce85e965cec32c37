import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { type Connection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import { freeText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import { deskDay } from "../kernel/desk-day.ts";
import type { RequestContext } from "../request-context.ts";
import { staffById } from "../staff/queries/find-staff.ts";
import { StaffType, staffOf, toStaff } from "../staff/staff.type.ts";
import { assignTraining } from "./actions/assign-training.ts";
import { waiveTraining } from "./actions/waive-training.ts";
import { CourseType, toCourse } from "./course.type.ts";
import { courseById } from "./queries/list-courses.ts";
import { attemptsOfRecord, findRecord, listRecords } from "./queries/list-records.ts";
import { toTrainingNotFound, toTrainingRefused } from "./training.result.ts";
import {
  AssignTrainingInput,
  TrainingRecordFilterInput,
  toAudience,
  toGaps,
  WaiveTrainingInput,
} from "./training-record.input.ts";
import {
  AssignTrainingResult,
  TrainingAssignedType,
  TrainingWaivedType,
  WaiveTrainingResult,
} from "./training-record.result.ts";
import {
  TrainingAttemptType,
  TrainingRecordConnection,
  TrainingRecordType,
  toTrainingAttempt,
  toTrainingRecord,
} from "./training-record.type.ts";

@Resolver(() => TrainingRecordType)
export class TrainingRecordResolver {
  @Query(() => TrainingRecordConnection, {
    description:
      "Records in sight, the newest assignment first: one's own, and everybody's for whoever watches over training.",
  })
  async trainingRecords(
    @Arg("filter", () => TrainingRecordFilterInput, { nullable: true }) filter: TrainingRecordFilterInput | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<TrainingRecordType>> {
    const page = pageRequest(first, after, 2);
    const today = deskDay(ctx.clock.now());
    const rows = await listRecords(ctx.db, ctx.actor, toFilter(filter), today, page);
    const cursor = (row: (typeof rows)[number]) => [row.assigned_at.toISOString(), row.id];
    return toConnection(rows, page, cursor, (row) => toTrainingRecord(row, today));
  }

  @FieldResolver(() => StaffType)
  async staff(@Root() { row }: TrainingRecordType, @Ctx() ctx: RequestContext): Promise<StaffType> {
    const member = await ctx.loaders.load(staffById, row.staff_id);
    if (member === null) throw new Error(`Staff ${row.staff_id} vanished`);
    return toStaff(member);
  }

  @FieldResolver(() => CourseType)
  async course(@Root() { row }: TrainingRecordType, @Ctx() ctx: RequestContext): Promise<CourseType> {
    const course = await ctx.loaders.load(courseById, row.course_id);
    if (course === null) throw new Error(`Course ${row.course_id} vanished`);
    return toCourse(course, ctx.locale);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: "Who assigned it; null for a rule or a file." })
  assignedBy(@Root() { row }: TrainingRecordType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.assigned_by_id);
  }

  @FieldResolver(() => StaffType, { nullable: true })
  waivedBy(@Root() { row }: TrainingRecordType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.waived_by_id);
  }

  @FieldResolver(() => [TrainingAttemptType], { description: "Every try, kept as it was handed in." })
  async attempts(
    @Root() { row }: TrainingRecordType,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly TrainingAttemptType[]> {
    return (await ctx.loaders.load(attemptsOfRecord, row.id)).map(toTrainingAttempt);
  }

  @Mutation(() => AssignTrainingResult, { description: "Gives a course to people, a role or whoever fits a filter." })
  async assignTraining(
    @Arg("input", () => AssignTrainingInput) input: AssignTrainingInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof AssignTrainingResult> {
    const courseId = rowId(input.courseId, "Course");
    if (courseId === null) return toTrainingNotFound(ctx.locale);
    const { dueOn = null, opensOn = null, closesOn = null, includeHolders } = input;
    const [audience, gaps] = [toAudience(input.audience), toGaps(input)];
    const result = await assignTraining(ctx, { courseId, audience, gaps, dueOn, opensOn, closesOn, includeHolders });
    if (!result.ok) return toTrainingRefused(result.error, ctx.locale);
    return Object.assign(new TrainingAssignedType(), result.value);
  }

  @Mutation(() => WaiveTrainingResult, { description: "Lets somebody do without a course, with a reason that stays." })
  async waiveTraining(
    @Arg("input", () => WaiveTrainingInput) input: WaiveTrainingInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof WaiveTrainingResult> {
    const [staffId, courseId] = [rowId(input.staffId, "Staff"), rowId(input.courseId, "Course")];
    const member = staffId === null ? null : await ctx.loaders.load(staffById, staffId);
    if (member === null || courseId === null) return toTrainingNotFound(ctx.locale);
    const reason = freeText("reason", input.reason, 500);
    const result = await waiveTraining(ctx, {
      staffId: member.id,
      courseId,
      reason,
      validUntil: input.validUntil ?? null,
    });
    if (!result.ok) return toTrainingRefused(result.error, ctx.locale);
    const row = await findRecord(ctx.db, ctx.actor, result.value.recordId);
    if (row === null) return toTrainingNotFound(ctx.locale);
    return Object.assign(new TrainingWaivedType(), { record: toTrainingRecord(row, deskDay(ctx.clock.now())) });
  }
}

const nobody = "00000000-0000-0000-0000-000000000000";

/** An id that is none of ours finds nothing, rather than everything. */
function toFilter(filter: TrainingRecordFilterInput | null) {
  const { staffId, courseId, states, overdue } = filter ?? {};
  return {
    ...(staffId != null && { staffId: rowId(staffId, "Staff") ?? nobody }),
    ...(courseId != null && { courseId: rowId(courseId, "Course") ?? nobody }),
    ...(states != null && { states }),
    ...(overdue != null && { overdue }),
  };
}
