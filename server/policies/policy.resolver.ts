import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { type Connection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import type { RequestContext } from "../request-context.ts";
import { PolicyVersionConnection, PolicyVersionType, toPolicyVersion } from "./policy-version.type.ts";
import { listPolicyVersions, policyVersionCursor } from "./queries/list-policy-versions.ts";
import { policyInForce } from "./queries/policy-in-force.ts";

@Resolver(() => PolicyVersionType)
export class PolicyResolver {
  @Query(() => PolicyVersionConnection, { description: "All versions of all policies, the newest first." })
  async policies(
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<PolicyVersionType>> {
    const page = pageRequest(first, after, 2);
    return toConnection(await listPolicyVersions(ctx.db, page), page, policyVersionCursor, (row) =>
      toPolicyVersion(row, ctx.locale),
    );
  }

  @Query(() => PolicyVersionType, {
    description: "The policy by which requests are decided today. Open to everyone; its inner workings are for staff.",
  })
  async policyInForce(@Ctx() ctx: RequestContext): Promise<PolicyVersionType> {
    return toPolicyVersion(await policyInForce(ctx.db, ctx.clock.now()), ctx.locale);
  }
}
