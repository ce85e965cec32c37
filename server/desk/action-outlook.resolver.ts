import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { CaseType } from "../cases/case.type.ts";
import { refundableOf } from "../cases/domain/input-guards.ts";
import { caseById, factsOfCase } from "../cases/queries/case-parts.ts";
import { rowId } from "../graphql/ids.ts";
import { maskAddress } from "../notices/domain/mask-address.ts";
import { noticeRules } from "../notices/domain/notice-rules.ts";
import type { RequestContext } from "../request-context.ts";
import { toStaff } from "../staff/staff.type.ts";
import { ActionOutlookInput, ActionOutlookType, OwnWordType, toSaleMoney } from "./action-outlook.type.ts";
import { ownWord } from "./domain/own-word.ts";
import { actionOutlook } from "./queries/action-outlook.ts";
import { whoMayAgree } from "./queries/outlook-sources.ts";
import { RefundFeeType, toRefundFee } from "./refund-fee.type.ts";

const locales = ["zh-CN", "en"] as const;

/** What an action would do, asked by the sheet in which it is taken. */
@Resolver()
export class ActionOutlookResolver {
  @Query(() => ActionOutlookType, {
    nullable: true,
    description:
      "What an action would do to a case; null where the case is not the viewer's to see or does not leave its state that way.",
  })
  async actionOutlook(
    @Arg("caseId", () => ID) caseId: string,
    @Arg("input", () => ActionOutlookInput) input: ActionOutlookInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ActionOutlookType | null> {
    const id = rowId(caseId, "Case");
    const row = id === null ? null : await ctx.loaders.load(caseById, id);
    if (row === null) return null;
    const found = await actionOutlook(ctx, row.id, {
      action: input.action,
      amount: input.amount ?? null,
      ruling: input.ruling ?? null,
      agencyOutcome: input.agencyOutcome ?? null,
      agency: input.agency ?? null,
      referralStep: input.referralStep ?? null,
      reasonCode: input.reasonCode ?? null,
      assigneeId: input.assigneeId == null ? null : rowId(input.assigneeId, "Staff"),
    });
    if (found === null) return null;
    const { money, notices, costs } = found;
    return {
      goesTo: found.to,
      suggestion: found.suggestion,
      limit: found.limit,
      arrivesOn: found.arrivesOn,
      fee: costs === null ? null : toRefundFee(costs.fees, costs.refund),
      card: found.card,
      policy: found.policy,
      agreements: await Promise.all(
        found.approvals.map(async (right) => ({
          right,
          staff: (await whoMayAgree(ctx.db, right, found.barred)).map(toStaff),
        })),
      ),
      money: money === null ? null : { before: toSaleMoney(money.before), after: toSaleMoney(money.after) },
      notices: notices.map(({ kind, deliveries, texts }) => ({
        kind,
        audience: noticeRules[kind].to,
        deliveries: deliveries.map(({ channel, locale, address }) => ({
          ...{ channel, locale, address: address === null ? null : maskAddress(address) },
        })),
        texts: locales.map((locale) => ({ locale, text: texts[locale] })),
      })),
    };
  }
}

/** What the desk adds to a case: whether the viewer decides on its money or proposes, and what giving it back costs. */
@Resolver(() => CaseType)
export class CaseOwnWordResolver {
  @FieldResolver(() => OwnWordType, {
    nullable: true,
    description: "Null where the case is in no state for it, or it is not the viewer's to do.",
  })
  async ownWord(@Root() { row }: CaseType, @Ctx() ctx: RequestContext): Promise<OwnWordType | null> {
    const found = await ctx.loaders.load(factsOfCase, row.id);
    return found === null ? null : ownWord(found.facts, found.approvalRule, ctx.actor.permissions, ctx.locale);
  }

  @FieldResolver(() => RefundFeeType, {
    nullable: true,
    description:
      "What giving back what is proposed, offered or else asked for costs; null where the policy names no fee, where nothing can go back, and once the case is closed.",
  })
  async fee(@Root() { row }: CaseType, @Ctx() ctx: RequestContext): Promise<RefundFeeType | null> {
    const found = row.closed_at === null ? await ctx.loaders.load(factsOfCase, row.id) : null;
    if (found === null) return null;
    const { proposedAmount, offer, amount } = found.facts;
    // What is proposed already holds the money that it would give back.
    const refundable = refundableOf(found.facts);
    if (proposedAmount === null && refundable !== null && refundable.minor <= 0n) return null;
    return toRefundFee(found.fees, proposedAmount ?? offer?.amount ?? amount);
  }
}
