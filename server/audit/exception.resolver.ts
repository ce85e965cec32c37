import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { CaseType, toCase } from "../cases/case.type.ts";
import { CaseEventType, toCaseEvent } from "../cases/case-event.type.ts";
import { caseEventById } from "../cases/queries/case-events.ts";
import { caseById } from "../cases/queries/case-parts.ts";
import { type Connection, emptyConnection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import { freeText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import { localised } from "../graphql/locale.ts";
import { addDays } from "../kernel/day.ts";
import { deskTimeZone } from "../kernel/desk-day.ts";
import { dayIn, endOfDay, startOfDay } from "../kernel/zoned-time.ts";
import type { RequestContext } from "../request-context.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import { noteException } from "./actions/note-exception.ts";
import { exceptionProblemText } from "./domain/exceptions.ts";
import {
  ExceptionConnection,
  ExceptionFilterInput,
  ExceptionNotedType,
  ExceptionRefusedType,
  ExceptionType,
  NoteExceptionInput,
  NoteExceptionResult,
  toException,
} from "./exception.type.ts";
import { listExceptions } from "./queries/list-exceptions.ts";

const daysUnasked = 90;
const longestNote = 1000;

/** The register of exceptions: read off the events, disposed of by compliance. */
@Resolver(() => ExceptionType)
export class ExceptionResolver {
  @Query(() => ExceptionConnection, {
    description: "Steps that went beside the policy, the checks or the provider, the latest first.",
  })
  async exceptions(
    @Arg("filter", () => ExceptionFilterInput, { nullable: true }) filter: ExceptionFilterInput | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ExceptionType>> {
    const page = pageRequest(first, after, 2);
    const { kind, standing, actorId, from, to } = filter ?? {};
    const staff = actorId == null ? undefined : rowId(actorId, "Staff");
    if (staff === null) return emptyConnection();
    const today = dayIn(ctx.clock.now(), deskTimeZone());
    const rows = await listExceptions(
      ctx.db,
      ctx.actor,
      {
        ...(kind != null && { kind }),
        ...(standing != null && { standing }),
        ...(staff !== undefined && { actorId: staff }),
        from: startOfDay(from ?? addDays(to ?? today, -daysUnasked), deskTimeZone()),
        until: endOfDay(to ?? today, deskTimeZone()),
      },
      page,
    );
    return toConnection(rows, page, ({ at, id }) => [at.toISOString(), id], toException);
  }

  @Mutation(() => NoteExceptionResult, {
    description:
      "Compliance says what becomes of an exception; added to what was said before. Nobody does so of a case that they had a hand in.",
  })
  async noteException(
    @Arg("input", () => NoteExceptionInput) input: NoteExceptionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof NoteExceptionResult> {
    const { exceptionId, expectedNotes, disposition } = input;
    const noted = await noteException(ctx, {
      eventId: rowId(exceptionId, "CaseEvent"),
      expectedNotes,
      disposition,
      note: freeText("note", input.note, longestNote),
    });
    return noted.ok
      ? Object.assign(new ExceptionNotedType(), { exception: toException(noted.value) })
      : Object.assign(new ExceptionRefusedType(), {
          code: noted.error,
          message: localised(exceptionProblemText[noted.error], ctx.locale),
        });
  }

  @FieldResolver(() => CaseEventType, { description: "What was done, by whom, and the reason that they wrote." })
  async event(@Root() { row }: ExceptionType, @Ctx() ctx: RequestContext): Promise<CaseEventType> {
    return toCaseEvent(await ctx.loaders.load(caseEventById, row.done_id));
  }

  @FieldResolver(() => CaseType, { nullable: true })
  async case(@Root() { row }: ExceptionType, @Ctx() ctx: RequestContext): Promise<CaseType | null> {
    const found = await ctx.loaders.load(caseById, row.case_id);
    return found === null ? null : toCase(found);
  }

  @FieldResolver(() => StaffType, { nullable: true })
  notedBy(@Root() { row }: ExceptionType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.noted_by);
  }
}
