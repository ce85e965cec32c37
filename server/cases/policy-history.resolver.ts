import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, Resolver, Root } from "type-graphql";
import { freeText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import { DayScalar, Uuid } from "../graphql/scalars.ts";
import { addDays, day } from "../kernel/day.ts";
import { dayIn, startOfDay } from "../kernel/zoned-time.ts";
import { canonicalJson } from "../platform/journal.ts";
import { keepPolicyTest } from "../policies/actions/keep-policy-test.ts";
import { backTest } from "../policies/domain/back-test.ts";
import { describeChoice } from "../policies/domain/choose-policy.ts";
import { evaluatePolicy } from "../policies/domain/evaluate.ts";
import type { TestOutcome } from "../policies/domain/run-tests.ts";
import { PolicyTestResult, toTestResult } from "../policies/policy.result.ts";
import { PolicyDraftType } from "../policies/policy-book.type.ts";
import { PolicyVersionType } from "../policies/policy-version.type.ts";
import { PolicyTestOutcomeEnum } from "../policies/policy-words.type.ts";
import { findPolicy } from "../policies/queries/find-policies.ts";
import { policyVersionsById } from "../policies/queries/policy-versions.ts";
import type { RequestContext } from "../request-context.ts";
import { PolicyBackTestType, toBackTest } from "./back-test.type.ts";
import { DecisionType } from "./decision.type.ts";
import { caseById } from "./queries/case-parts.ts";
import { latestDecisionOfCase } from "./queries/find-decisions.ts";
import { decisionsOfVersion, listPastDecisions } from "./queries/past-decisions.ts";

@InputType("KeepCaseAsPolicyTestInput")
export class KeepCaseAsPolicyTestInput {
  @Field(() => Uuid, { description: "Made once per test." })
  id!: string;

  @Field(() => ID)
  caseId!: string;

  @Field(() => String, { description: "The name of the policy that keeps it." })
  policy!: string;

  @Field(() => String)
  name!: string;

  @Field(() => PolicyTestOutcomeEnum)
  expected!: TestOutcome;
}

/** What cases add to policies: what a text has decided, and what another would have. */
@Resolver(() => PolicyVersionType)
export class PolicyVersionHistoryResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: "How many decisions it has taken, for those who write and review policies.",
  })
  decisionCount(@Root() { row }: PolicyVersionType, @Ctx() ctx: RequestContext): Promise<number> {
    return ctx.loaders.load(decisionsOfVersion, row.id);
  }

  @Mutation(() => PolicyTestResult, {
    description: "Keeps the facts of a case as a test of a policy, without anybody's name.",
  })
  async keepCaseAsPolicyTest(
    @Arg("input", () => KeepCaseAsPolicyTestInput) input: KeepCaseAsPolicyTestInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof PolicyTestResult> {
    const caseId = rowId(input.caseId, "Case");
    const found = caseId === null ? null : await ctx.loaders.load(caseById, caseId);
    const decision = found === null ? null : await ctx.loaders.load(latestDecisionOfCase, found.id);
    if (found === null || decision === null) return toTestResult(ctx, { ok: false, error: { kind: "NOT_FOUND" } });
    const { id, policy, expected } = input;
    const test = { id, policy, expected, name: freeText("name", input.name, 200), facts: decision.facts };
    return toTestResult(ctx, await keepPolicyTest(ctx, { ...test, caseNumber: found.number }));
  }
}

@Resolver(() => PolicyDraftType)
export class PolicyBackTestResolver {
  @FieldResolver(() => PolicyBackTestType, {
    nullable: true,
    description:
      "Decides the cases of the past again by this text. What follows from the text itself (window, proof) is reckoned anew.",
  })
  async backTest(
    @Root() { row }: PolicyDraftType,
    @Arg("from", () => DayScalar, { nullable: true, description: "Ninety days ago when left out." }) from:
      | string
      | null,
    @Arg("to", () => DayScalar, { nullable: true, description: "That day included; today when left out." }) to:
      | string
      | null,
    @Ctx() ctx: RequestContext,
  ): Promise<PolicyBackTestType | null> {
    const policy = await findPolicy(ctx.db, row.policy);
    if (policy === null) return null;
    const { timeZone } = row.content;
    const last = to === null || to === undefined ? dayIn(ctx.clock.now(), timeZone) : day(to);
    const first = from === null || from === undefined ? addDays(last, -90) : day(from);
    const until = startOfDay(addDays(last, 1), timeZone);
    const { scope, value } = policy;
    const past = await listPastDecisions(ctx.db, { from: startOfDay(first, timeZone), until, scope, value });
    return toBackTest(backTest(row.content, past));
  }
}

@Resolver(() => DecisionType)
export class DecisionHistoryResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Which policy decided and why no other, in a sentence; null for decisions of before there were several.",
  })
  policyChoice(@Root() { row }: DecisionType, @Ctx() ctx: RequestContext): string | null {
    return row.choice === null ? null : describeChoice(row.choice, ctx.locale);
  }

  @FieldResolver(() => Boolean, {
    description: "Decided again now, by the same version over the same facts, it comes out the same to the letter.",
  })
  async replaysTheSame(@Root() { row }: DecisionType, @Ctx() ctx: RequestContext): Promise<boolean> {
    const version = await ctx.loaders.load(policyVersionsById, row.policy_version_id);
    return version !== null && canonicalJson(evaluatePolicy(version.content, row.facts)) === canonicalJson(row.trace);
  }
}
