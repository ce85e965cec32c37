import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { type Connection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import type { RequestContext } from "../request-context.ts";
import { listStaff } from "./queries/find-staff.ts";
import { StaffFilterInput, toStaffFilter } from "./staff.input.ts";
import { StaffConnection, StaffType, toStaff } from "./staff.type.ts";
import { toViewer, ViewerType } from "./viewer.type.ts";

@Resolver(() => StaffType)
export class StaffResolver {
  @Query(() => ViewerType, { nullable: true, description: "Who I am and what I may; null when signed out." })
  viewer(@Ctx() ctx: RequestContext): ViewerType | null {
    return toViewer(ctx);
  }

  @Query(() => StaffConnection, { description: "Members of staff by name. Empty for whoever may not read the list." })
  async staff(
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("filter", () => StaffFilterInput, { nullable: true }) filter: StaffFilterInput | null | undefined,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<StaffType>> {
    const page = pageRequest(first, after, 2);
    return toConnection(
      await listStaff(ctx.db, page, toStaffFilter(filter)),
      page,
      (row) => [row.name, row.id],
      toStaff,
    );
  }
}
