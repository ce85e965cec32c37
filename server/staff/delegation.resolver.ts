import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { rowId } from "../graphql/ids.ts";
import type { RequestContext } from "../request-context.ts";
import { delegateApprovals, endDelegation } from "./actions/delegate-approvals.ts";
import {
  DelegateApprovalsInput,
  DelegationMadeType,
  DelegationRefusedType,
  DelegationResult,
  DelegationType,
  toDelegation,
} from "./delegation.type.ts";
import { delegationRefusalText } from "./domain/delegation-text.ts";
import { findDelegation, listDelegations } from "./queries/list-delegations.ts";
import { StaffType, staffOf } from "./staff.type.ts";

const nothingDone = { "zh-CN": "未设置代理。原因如下。", en: "Nobody stands in. The reasons are below." } as const;

@Resolver(() => DelegationType)
export class DelegationResolver {
  @Query(() => [DelegationType], { description: "Who stands in for whom, now or soon." })
  async delegations(@Ctx() { db, actor, clock }: RequestContext): Promise<readonly DelegationType[]> {
    const viewer = { id: actor.id, now: clock.now() };
    return (await listDelegations(db, viewer.now)).map((row) => toDelegation(row, viewer));
  }

  @Mutation(() => DelegationResult, {
    description:
      "Says that the caller is away, and who gives their approvals meanwhile: never the caller's own proposals, never passed on, and gone by itself at its end.",
  })
  async delegateApprovals(
    @Arg("input", () => DelegateApprovalsInput) { delegateId, startsAt, endsAt }: DelegateApprovalsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof DelegationResult> {
    const made = await delegateApprovals(ctx, { delegateId: rowId(delegateId, "Staff"), startsAt, endsAt });
    if (!made.ok) {
      const reasons = made.error.map((reason) => delegationRefusalText(reason, ctx.locale));
      return Object.assign(new DelegationRefusedType(), { message: nothingDone[ctx.locale], reasons });
    }
    const row = await findDelegation(ctx.db, made.value);
    if (row === undefined) throw new Error("A delegation vanished as it was made");
    const delegation = toDelegation(row, { id: ctx.actor.id, now: ctx.clock.now() });
    return Object.assign(new DelegationMadeType(), { delegation });
  }

  @Mutation(() => Boolean, {
    description: "Ends an absence of the caller's before its time. False: there was none of theirs to end.",
  })
  async endDelegation(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<boolean> {
    const delegationId = rowId(id, "Delegation");
    return delegationId !== null && (await endDelegation(ctx, delegationId));
  }

  @FieldResolver(() => StaffType, { nullable: true, description: "Who is away." })
  staff(@Root() { row }: DelegationType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.staff_id);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: "Who stands in." })
  delegate(@Root() { row }: DelegationType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.delegate_id);
  }
}
