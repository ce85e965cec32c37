import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { rowId } from "../graphql/ids.ts";
import { localised } from "../graphql/locale.ts";
import { deskDay } from "../kernel/desk-day.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { Locale, RequestContext } from "../request-context.ts";
import type { Role } from "../staff/domain/roles.ts";
import { toStaff } from "../staff/staff.type.ts";
import { RoleEnum } from "../staff/staff-words.type.ts";
import { CourseType, toCourse } from "./course.type.ts";
import { actionsBehind } from "./domain/gates.ts";
import { getsIt, listAudience } from "./queries/list-audience.ts";
import { courseById } from "./queries/list-courses.ts";
import { personStandings } from "./queries/person-standings.ts";
import { type MatrixColumn, matrixColumns, matrixRows } from "./queries/training-matrix.ts";
import {
  AssignmentPreviewType,
  CourseStandingType,
  type TrainingMatrixColumnType,
  TrainingMatrixType,
} from "./training-matrix.type.ts";
import { AssignTrainingInput, toAudience, toGaps, toStaffRole } from "./training-record.input.ts";

const mostPreviewed = 500;

@Resolver(() => CourseStandingType)
export class TrainingMatrixResolver {
  @Query(() => TrainingMatrixType, { nullable: true, description: "Who knows what, and where the gaps are." })
  async trainingMatrix(
    @Arg("role", () => RoleEnum, { nullable: true }) role: Role | null,
    @Ctx() ctx: RequestContext,
  ): Promise<TrainingMatrixType> {
    const day = deskDay(ctx.clock.now());
    const narrowed = role == null ? null : toStaffRole(role);
    const [columns, rows] = await Promise.all([matrixColumns(ctx.db), matrixRows(ctx.db, day, narrowed)]);
    return {
      day,
      columns: columns.map((column) => toColumn(column, ctx.locale)),
      rows: rows.map(({ gaps, cells, ...member }) => ({ gaps, cells, staff: toStaff(member) })),
    };
  }

  @Query(() => [CourseStandingType], {
    description: "How somebody stands with every course that is anything to them, the viewer where nobody is named.",
  })
  async courseStandings(
    @Arg("staffId", () => ID, { nullable: true }) staffId: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly CourseStandingType[]> {
    const asked = staffId == null ? ctx.actor.id : rowId(staffId, "Staff");
    const mayLook = asked === ctx.actor.id || ctx.actor.permissions.has("training.read");
    if (asked === null || !mayLook) return [];
    const standings = await personStandings(ctx.db, asked, deskDay(ctx.clock.now()));
    return standings.map(({ courseId, ...standing }) =>
      Object.assign(new CourseStandingType(), { ...standing, courseRowId: courseId }),
    );
  }

  @FieldResolver(() => CourseType)
  async course(@Root() { courseRowId }: CourseStandingType, @Ctx() ctx: RequestContext): Promise<CourseType> {
    const row = await ctx.loaders.load(courseById, courseRowId);
    if (row === null) throw new Error(`Course ${courseRowId} vanished`);
    return toCourse(row, ctx.locale);
  }

  @Query(() => AssignmentPreviewType, { nullable: true, description: "Who would get it, and who holds it already." })
  async assignmentPreview(
    @Arg("input", () => AssignTrainingInput) input: AssignTrainingInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AssignmentPreviewType | null> {
    const id = rowId(input.courseId, "Course");
    if (id === null) return null;
    const [gaps, { includeHolders }] = [toGaps(input), input];
    const found = await listAudience(ctx.db, id, toAudience(input.audience), gaps, deskDay(ctx.clock.now()));
    const people = found.map(({ holds, validUntil, isAssigned, ...member }) => {
      const gets = getsIt({ holds, isAssigned }, { includeHolders, gaps });
      return { staff: toStaff(member), gets, holds, validUntil, isAssigned };
    });
    const gets = people.filter((person) => person.gets).length;
    return { people: people.slice(0, mostPreviewed), gets, total: people.length };
  }
}

function toColumn({ id, code, title, least_people }: MatrixColumn, locale: Locale): TrainingMatrixColumnType {
  return {
    courseId: toGlobalId("Course", id),
    code,
    title: localised(title, locale),
    leastPeople: least_people,
    opens: actionsBehind(code),
  };
}
