import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../request-context.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import { CheckType } from "./case-check.type.ts";

@Resolver(() => CheckType)
export class CheckResolver {
  @FieldResolver(() => StaffType, { nullable: true, description: "Whose word it is; null where data answered." })
  by(@Root() { row }: CheckType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.by_id);
  }
}
