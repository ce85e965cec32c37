import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { type Connection, emptyConnection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import { rowId } from "../graphql/ids.ts";
import { deskTimeZone } from "../kernel/desk-day.ts";
import { endOfDay, startOfDay } from "../kernel/zoned-time.ts";
import type { RequestContext } from "../request-context.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import { DeskLogConnection, DeskLogEntryType, DeskLogFilterInput, toDeskLogEntry } from "./desk-log.type.ts";
import { type DeskLogFilter, listDeskLog } from "./queries/list-desk-log.ts";

/** The administrators' side of the auditor's log: what was done to people, roles, registers, connections and settings. */
@Resolver(() => DeskLogEntryType)
export class DeskLogResolver {
  @Query(() => DeskLogConnection, { description: "What was done to the desk itself, the latest first." })
  async deskLog(
    @Arg("filter", () => DeskLogFilterInput, { nullable: true }) input: DeskLogFilterInput | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<DeskLogEntryType>> {
    const page = pageRequest(first, after, 2);
    const filter = toFilter(input);
    if (filter === null) return emptyConnection();
    return toConnection(
      await listDeskLog(ctx.db, filter, page),
      page,
      ({ at, id }) => [at.toISOString(), id],
      (row) => toDeskLogEntry(row, ctx.locale),
    );
  }

  @FieldResolver(() => StaffType, {
    nullable: true,
    description: "Null: the desk itself, such as by an imported file.",
  })
  by(@Root() { row }: DeskLogEntryType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.actor_id);
  }
}

/** Null where the filter names somebody who cannot be there: then nothing was found. */
function toFilter(input: DeskLogFilterInput | null): DeskLogFilter | null {
  const { area, action, actorId, from, to } = input ?? {};
  const staff = actorId == null ? undefined : rowId(actorId, "Staff");
  if (staff === null) return null;
  return {
    ...(area != null && { area }),
    ...(action != null && { action }),
    ...(staff !== undefined && { actorId: staff }),
    ...(from != null && { from: startOfDay(from, deskTimeZone()) }),
    ...(to != null && { until: endOfDay(to, deskTimeZone()) }),
  };
}
