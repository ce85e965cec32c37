import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ApprovalRequestType } from "../approvals/approval.type.ts";
import type { RequestContext } from "../request-context.ts";
import { CaseType, toCase } from "./case.type.ts";
import { caseById } from "./queries/case-parts.ts";

/** What cases add to a request for approval. */
@Resolver(() => ApprovalRequestType)
export class ApprovalCaseResolver {
  @FieldResolver(() => CaseType, {
    nullable: true,
    description: "The case that it belongs to; null for a matter without one.",
  })
  async case(@Root() { row }: ApprovalRequestType, @Ctx() ctx: RequestContext): Promise<CaseType | null> {
    const found = row.case_id === null ? null : await ctx.loaders.load(caseById, row.case_id);
    return found === null ? null : toCase(found);
  }
}
