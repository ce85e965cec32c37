import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { PolicyVersionType, toPolicyVersion } from "../policies/policy-version.type.ts";
import { policyVersionsById } from "../policies/queries/policy-versions.ts";
import type { RequestContext } from "../request-context.ts";
import { CaseType } from "./case.type.ts";
import { DecisionType, toDecision } from "./decision.type.ts";
import { latestDecisionOfCase } from "./queries/find-decisions.ts";

@Resolver(() => DecisionType)
export class DecisionResolver {
  @FieldResolver(() => PolicyVersionType, { description: "The version that decided, whether or not it still holds." })
  async policyVersion(@Root() { row }: DecisionType, @Ctx() ctx: RequestContext): Promise<PolicyVersionType> {
    const version = await ctx.loaders.load(policyVersionsById, row.policy_version_id);
    if (version === null) throw new Error(`Decision ${row.id} names a policy version that is not there`);
    return toPolicyVersion(version, ctx.locale);
  }
}

/** What policies add to a case. */
@Resolver(() => CaseType)
export class CaseDecisionResolver {
  @FieldResolver(() => DecisionType, {
    nullable: true,
    description: "What the policy says of the case as it stands, for the desk; null while it has said nothing.",
  })
  async decision(@Root() { row }: CaseType, @Ctx() ctx: RequestContext): Promise<DecisionType | null> {
    const decision = await ctx.loaders.load(latestDecisionOfCase, row.id);
    return decision === null ? null : toDecision(decision, ctx.locale);
  }
}
