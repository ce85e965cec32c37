import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../request-context.ts";
import { staffRowId } from "../staff/place-of.ts";
import { StaffType } from "../staff/staff.type.ts";
import { openWorkOf } from "./queries/count-open-work.ts";

@Resolver(() => StaffType)
export class StaffWorkResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: "How many cases they have open, which would change hands if they left.",
  })
  openCaseCount(@Root() staff: StaffType, @Ctx() ctx: RequestContext): Promise<number> {
    return ctx.loaders.load(openWorkOf, staffRowId(staff.id));
  }
}
