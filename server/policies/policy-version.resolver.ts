import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import { badInput } from "../graphql/cursor.ts";
import { rowId } from "../graphql/ids.ts";
import { DateTime } from "../graphql/scalars.ts";
import type { RequestContext } from "../request-context.ts";
import { isOfTheDesk } from "../staff/domain/of-the-desk.ts";
import { staffById } from "../staff/queries/find-staff.ts";
import { StaffType, staffOf, toStaff } from "../staff/staff.type.ts";
import { ViewerType } from "../staff/viewer.type.ts";
import { diffPolicies } from "./domain/diff-policies.ts";
import { type VersionState, versionStateOn } from "./domain/version-life.ts";
import { peopleNamed } from "./people-named.type.ts";
import { PolicyChangeType, PolicyDraftEventType, PolicyReaderType, toPolicyChange } from "./policy-book.type.ts";
import { PolicyContentType } from "./policy-content.type.ts";
import { PolicyVersionType, toPolicyVersion } from "./policy-version.type.ts";
import { PolicyVersionStateEnum } from "./policy-words.type.ts";
import { listVersionsToRead, readersOfVersion } from "./queries/attestations.ts";
import { policyVersionsById } from "./queries/policy-versions.ts";
import { versionEnded } from "./queries/version-ended.ts";
import { versionEnds } from "./queries/version-ends.ts";
import { toPolicyContent } from "./to-policy-content.ts";

@Resolver(() => PolicyVersionType)
export class PolicyVersionResolver {
  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      "When the next version took over or the policy ended, or will; null while neither is to come. Withdrawn: its own beginning.",
  })
  async effectiveUntil(@Root() { row }: PolicyVersionType, @Ctx() ctx: RequestContext): Promise<Date | null> {
    return (await ctx.loaders.load(versionEnds, row.id)).effectiveUntil;
  }

  @FieldResolver(() => PolicyVersionStateEnum)
  async state(@Root() { row }: PolicyVersionType, @Ctx() ctx: RequestContext): Promise<VersionState> {
    const { effectiveUntil } = await ctx.loaders.load(versionEnds, row.id);
    return versionStateOn({ effectiveFrom: row.effectiveFrom, effectiveUntil }, ctx.clock.now());
  }

  @FieldResolver(() => PolicyDraftEventType, {
    nullable: true,
    description: "By whose hand it was withdrawn, or its policy ended, and why, for those who write and review.",
  })
  async ended(@Root() { row }: PolicyVersionType, @Ctx() ctx: RequestContext): Promise<PolicyDraftEventType | null> {
    const found = await ctx.loaders.load(versionEnded, row.id);
    if (found === null) return null;
    const { action, actorId, note, at } = found;
    return Object.assign(new PolicyDraftEventType(), { action, actor: await staffOf(ctx, actorId), note, at });
  }

  @FieldResolver(() => PolicyContentType, {
    nullable: true,
    description: "The whole text in both languages, for staff.",
  })
  content(@Root() { row }: PolicyVersionType): PolicyContentType {
    return toPolicyContent(row.content);
  }

  @FieldResolver(() => [PolicyChangeType], {
    description: "How it differs from another version of its policy, for staff.",
  })
  async changes(
    @Root() { row }: PolicyVersionType,
    @Arg("since", () => ID, {
      nullable: true,
      description: "Any version of the same policy; left out: the one that it took over from.",
    })
    since: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly PolicyChangeType[]> {
    const beforeId =
      since == null ? (await ctx.loaders.load(versionEnds, row.id)).previousId : rowId(since, "PolicyVersion");
    const before = beforeId === null ? null : await ctx.loaders.load(policyVersionsById, beforeId);
    if (since != null && before?.policy !== row.policy) throw badInput("`since` names no version of this policy.");
    if (before === null) return [];
    return diffPolicies(before.content, row.content).map((change) => toPolicyChange(change, ctx.locale));
  }

  @FieldResolver(() => [StaffType], { description: "Who wrote it, for staff." })
  authors(@Root() { row }: PolicyVersionType, @Ctx() ctx: RequestContext): Promise<readonly StaffType[]> {
    return peopleNamed(ctx, row.authorIds);
  }

  @FieldResolver(() => [StaffType], { description: "Who agreed to it, for staff." })
  approvedBy(@Root() { row }: PolicyVersionType, @Ctx() ctx: RequestContext): Promise<readonly StaffType[]> {
    return peopleNamed(ctx, row.approvedByIds);
  }

  @FieldResolver(() => [PolicyReaderType], {
    description: "Who works by it, and who of them has said that they read it; for those who write policies.",
  })
  async readers(@Root() { row }: PolicyVersionType, @Ctx() ctx: RequestContext): Promise<readonly PolicyReaderType[]> {
    const readers = await ctx.loaders.load(readersOfVersion, row.id);
    return Promise.all(
      readers.map(async ({ staffId, at }) => {
        const member = await ctx.loaders.load(staffById, staffId);
        if (member === null) throw new Error(`Staff ${staffId} is not there`);
        return Object.assign(new PolicyReaderType(), { staff: toStaff(member), readAt: at });
      }),
    );
  }
}

/** What policies ask of the viewer. */
@Resolver(() => ViewerType)
export class ViewerReadingResolver {
  @FieldResolver(() => [PolicyVersionType], {
    description: "Versions that the viewer works by and has not said to have read.",
  })
  async policiesToRead(@Ctx() ctx: RequestContext): Promise<readonly PolicyVersionType[]> {
    const { id } = ctx.actor;
    if (id === null || !isOfTheDesk(ctx.actor)) return [];
    return (await listVersionsToRead(ctx.db, id)).map((row) => toPolicyVersion(row, ctx.locale));
  }
}
