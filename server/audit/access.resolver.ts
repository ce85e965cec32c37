import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { type Connection, emptyConnection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import { rowId } from "../graphql/ids.ts";
import { deskTimeZone } from "../kernel/desk-day.ts";
import { toGlobalId } from "../kernel/ids.ts";
import { endOfDay, startOfDay } from "../kernel/zoned-time.ts";
import type { RequestContext } from "../request-context.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import { AccessLogFilterInput, AccessRecordConnection, AccessRecordType } from "./access.type.ts";
import { type AccessFilter, type AccessRow, listAccess } from "./queries/list-access.ts";

/** Who viewed personal data. */
@Resolver(() => AccessRecordType)
export class AccessResolver {
  @Query(() => AccessRecordConnection, {
    description: "Who saw contacts, evidence and case files of the cases in sight, the latest first.",
  })
  async accessLog(
    @Arg("filter", () => AccessLogFilterInput, { nullable: true }) input: AccessLogFilterInput | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<AccessRecordType>> {
    const page = pageRequest(first, after, 2);
    const filter = toFilter(input);
    if (filter === null) return emptyConnection();
    return toConnection(
      await listAccess(ctx.db, ctx.actor, filter, page),
      page,
      ({ at, id }) => [at.toISOString(), id],
      toRecord,
    );
  }

  @FieldResolver(() => StaffType, { nullable: true })
  viewer(@Root() { viewerId }: AccessRecordType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, viewerId);
  }
}

/** Null where the filter names nobody who can be there: then nothing was found. */
function toFilter(input: AccessLogFilterInput | null): AccessFilter | null {
  if (input == null) return {};
  const { viewerId, caseNumber, kind, from, to } = input;
  const viewer = viewerId == null ? undefined : rowId(viewerId, "Staff");
  if (viewer === null) return null;
  return {
    ...(viewer !== undefined && { viewerId: viewer }),
    ...(caseNumber != null && { caseNumber: caseNumber.trim().toUpperCase() }),
    ...(kind != null && { kind }),
    ...(from != null && { from: startOfDay(from, deskTimeZone()) }),
    ...(to != null && { until: endOfDay(to, deskTimeZone()) }),
  };
}

function toRecord({ id, viewer_id: viewerId, case_number: caseNumber, kind, at }: AccessRow): AccessRecordType {
  return Object.assign(new AccessRecordType(), {
    id: toGlobalId("AccessRecord", id),
    viewerId,
    caseNumber,
    kind,
    at,
  });
}
