import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { CaseType, toCase } from "../cases/case.type.ts";
import { caseById } from "../cases/queries/case-parts.ts";
import { type Connection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import type { RequestContext } from "../request-context.ts";
import { attemptsOfRefund, listRefunds, refundCursor, refundsOfCase } from "./queries/list-refunds.ts";
import { RefundFilterInput, toRefundFilter } from "./refund.input.ts";
import { RefundAttemptType, RefundConnection, RefundType, toRefund, toRefundAttempt } from "./refund.type.ts";

@Resolver(() => RefundType)
export class RefundResolver {
  @Query(() => RefundConnection, { description: "The refunds in sight, the newest first." })
  async refunds(
    @Arg("filter", () => RefundFilterInput, { nullable: true }) filter: RefundFilterInput | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<RefundType>> {
    const page = pageRequest(first, after, 2);
    const rows = await listRefunds(ctx.db, ctx.actor, toRefundFilter(filter, ctx), page);
    return toConnection(rows, page, refundCursor, (row) => toRefund(row, ctx.locale));
  }

  @FieldResolver(() => CaseType, { nullable: true, description: "The matter that it belongs to." })
  async case(@Root() { row }: RefundType, @Ctx() ctx: RequestContext): Promise<CaseType | null> {
    const found = await ctx.loaders.load(caseById, row.case_id);
    return found === null ? null : toCase(found);
  }

  @FieldResolver(() => [RefundAttemptType], {
    description: "Every exchange with the provider, oldest first: for support, with what to do in words.",
  })
  async attempts(@Root() { row }: RefundType, @Ctx() ctx: RequestContext): Promise<readonly RefundAttemptType[]> {
    const attempts = await ctx.loaders.load(attemptsOfRefund, row.id);
    return attempts.map((attempt) => toRefundAttempt(attempt, ctx.locale));
  }
}

/** What refunds add to a case. */
@Resolver(() => CaseType)
export class CaseRefundResolver {
  @FieldResolver(() => [RefundType], { description: "Money on its way back over this case, oldest first." })
  async refunds(@Root() { row }: CaseType, @Ctx() ctx: RequestContext): Promise<readonly RefundType[]> {
    const refunds = await ctx.loaders.load(refundsOfCase, row.id);
    return refunds.map((refund) => toRefund(refund, ctx.locale));
  }
}
