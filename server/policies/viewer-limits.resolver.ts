import { Ctx, FieldResolver, Resolver } from "type-graphql";
import type { RequestContext } from "../request-context.ts";
import { ViewerType } from "../staff/viewer.type.ts";
import { limitTexts } from "./domain/limit-texts.ts";
import { policyInForce } from "./queries/policy-in-force.ts";

/** What policies add to the viewer. */
@Resolver(() => ViewerType)
export class ViewerLimitsResolver {
  @FieldResolver(() => [String], {
    description:
      "How far the viewer's word reaches on money in each currency, in sentences, by the policy for all merchants; empty where it moves none. What holds for one case is said by `actionOutlook`.",
  })
  async limits(@Ctx() ctx: RequestContext): Promise<readonly string[]> {
    const { content } = await policyInForce(ctx.db, ctx.clock.now());
    return limitTexts(content, ctx.actor.permissions, ctx.locale);
  }
}
