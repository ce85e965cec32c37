import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../request-context.ts";
import { StaffType } from "../staff/staff.type.ts";
import { nextNumber } from "./actions/publish-draft.ts";
import { checkPolicy } from "./domain/check-policy.ts";
import { versionName } from "./domain/choose-policy.ts";
import { contentFaults } from "./domain/content-faults.ts";
import { diffPolicies } from "./domain/diff-policies.ts";
import { approvalsNeeded, draftActions, draftRefusals } from "./domain/draft-life.ts";
import { peopleNamed } from "./people-named.type.ts";
import {
  PolicyChangeType,
  PolicyContentFaultType,
  PolicyDraftEventType,
  PolicyDraftOfferType,
  PolicyDraftType,
  PolicyFindingType,
  PolicyTestType,
  toFinding,
  toPolicyChange,
  toPolicyRefusal,
  toPolicyTests,
} from "./policy-book.type.ts";
import { PolicyContentType } from "./policy-content.type.ts";
import { PolicyVersionType, toPolicyVersion } from "./policy-version.type.ts";
import { listDraftEvents } from "./queries/find-drafts.ts";
import { versionsOfPolicy } from "./queries/find-policies.ts";
import { findBase, toDraftFacts } from "./queries/gather-draft-facts.ts";
import { testsOfPolicy } from "./queries/policy-tests.ts";
import { policyVersionsById } from "./queries/policy-versions.ts";
import { toPolicyContent } from "./to-policy-content.ts";

/** What a draft is worth as it stands: reckoned from its text whenever it is asked for, so that it is never of another text. */
@Resolver(() => PolicyDraftType)
export class PolicyDraftResolver {
  @FieldResolver(() => String, { description: "What it will be called once it is published, e.g. v3 or v3.1." })
  async versionName(@Root() { row }: PolicyDraftType, @Ctx() ctx: RequestContext): Promise<string> {
    const versions = await ctx.loaders.load(versionsOfPolicy, row.policy);
    const own = versions.find(({ id }) => id === row.id);
    return versionName(own ?? nextNumber(row, versions));
  }

  @FieldResolver(() => PolicyContentType)
  content(@Root() { row }: PolicyDraftType): PolicyContentType {
    return toPolicyContent(row.content);
  }

  @FieldResolver(() => PolicyVersionType, {
    nullable: true,
    description:
      "The version that it was begun from, or what stands in its place where that was withdrawn; null for a policy's first.",
  })
  async base(@Root() { row }: PolicyDraftType, @Ctx() ctx: RequestContext): Promise<PolicyVersionType | null> {
    const found = row.baseVersionId === null ? null : await ctx.loaders.load(policyVersionsById, row.baseVersionId);
    return found === null ? null : toPolicyVersion(found, ctx.locale);
  }

  @FieldResolver(() => [StaffType], { description: "Whoever wrote a part of it, and so approves none of it." })
  authors(@Root() { row }: PolicyDraftType, @Ctx() ctx: RequestContext): Promise<readonly StaffType[]> {
    return peopleNamed(ctx, row.authorIds);
  }

  @FieldResolver(() => [StaffType])
  approvedBy(@Root() { row }: PolicyDraftType, @Ctx() ctx: RequestContext): Promise<readonly StaffType[]> {
    return peopleNamed(ctx, row.approvedByIds);
  }

  @FieldResolver(() => Int)
  approvalsNeeded(): number {
    return approvalsNeeded;
  }

  @FieldResolver(() => [PolicyFindingType], { description: "Gaps, rows that nothing reaches, rows that cross." })
  findings(@Root() { row }: PolicyDraftType, @Ctx() ctx: RequestContext): readonly PolicyFindingType[] {
    return checkPolicy(row.content).map((finding) => toFinding(finding, ctx.locale));
  }

  @FieldResolver(() => [PolicyContentFaultType], { description: "Places that are not finished." })
  faults(@Root() { row }: PolicyDraftType): readonly PolicyContentFaultType[] {
    return contentFaults(row.content);
  }

  @FieldResolver(() => [PolicyTestType], { description: "The policy's kept cases, decided by this text." })
  async tests(@Root() { row }: PolicyDraftType, @Ctx() ctx: RequestContext): Promise<readonly PolicyTestType[]> {
    return toPolicyTests(row.content, await ctx.loaders.load(testsOfPolicy, row.policy), ctx.locale);
  }

  @FieldResolver(() => [PolicyChangeType], { description: "How it differs from `base`." })
  async changes(@Root() { row }: PolicyDraftType, @Ctx() ctx: RequestContext): Promise<readonly PolicyChangeType[]> {
    const base = await findBase(ctx.db, row);
    return base === null ? [] : diffPolicies(base, row.content).map((change) => toPolicyChange(change, ctx.locale));
  }

  @FieldResolver(() => [PolicyDraftOfferType])
  async availableActions(
    @Root() { row }: PolicyDraftType,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly PolicyDraftOfferType[]> {
    const facts = toDraftFacts(row, await findBase(ctx.db, row), await ctx.loaders.load(testsOfPolicy, row.policy));
    return draftActions.map((action) => {
      const reasons = draftRefusals(facts, action, ctx.actor).map((reason) => toPolicyRefusal(reason, ctx.locale));
      return Object.assign(new PolicyDraftOfferType(), { action, allowed: reasons.length === 0, reasons });
    });
  }

  @FieldResolver(() => [PolicyDraftEventType], { description: "What happened to it, the last thing first." })
  async events(@Root() { row }: PolicyDraftType, @Ctx() ctx: RequestContext): Promise<readonly PolicyDraftEventType[]> {
    const events = await listDraftEvents(ctx.db, row.id);
    return Promise.all(
      events.map(async ({ action, actorId, note, at }) => {
        const [actor = null] = await peopleNamed(ctx, actorId === null ? [] : [actorId]);
        return Object.assign(new PolicyDraftEventType(), { action, actor, note, at });
      }),
    );
  }
}
