import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { actOnCase } from "../cases/act-on-case.ts";
import { CaseType, toCase } from "../cases/case.type.ts";
import { EscalateCaseToBankInput } from "../cases/case-action.input.ts";
import { CaseActionResult } from "../cases/case-action.result.ts";
import { caseById } from "../cases/queries/case-parts.ts";
import { type Connection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import { freeText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import { localised } from "../graphql/locale.ts";
import type { RequestContext } from "../request-context.ts";
import { AdvanceDisputeInput, DisputeFilterInput, RecordBankRulingInput, toDisputeFilter } from "./dispute.input.ts";
import { DisputeConnection, DisputeType, NeededEvidenceType, toDispute } from "./dispute.type.ts";
import { DisputeOrderEnum } from "./dispute-words.type.ts";
import { evidenceFor } from "./domain/evidence-needed.ts";
import { disputeReasonOf, rulePacks } from "./domain/packs.ts";
import { rulings } from "./domain/rulings.ts";
import { stepName } from "./domain/step-name.ts";
import {
  type DisputeOrder,
  disputeCursor,
  disputeOfCase,
  listDisputes,
  proofKindsOfCase,
} from "./queries/list-disputes.ts";
import { DisputeRulePackType, toRulePack } from "./rule-pack.type.ts";

type Answer = Promise<typeof CaseActionResult>;

@Resolver(() => DisputeType)
export class DisputeResolver {
  @Query(() => DisputeConnection, { description: "Disputes in sight, the latest first unless asked otherwise." })
  async disputes(
    @Arg("filter", () => DisputeFilterInput, { nullable: true }) filter: DisputeFilterInput | null,
    @Arg("orderBy", () => DisputeOrderEnum, { nullable: true, description: "NEWEST when left out." })
    orderBy: DisputeOrder | null,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<DisputeType>> {
    const [order, page] = [orderBy ?? "NEWEST", pageRequest(first, after, 2)];
    return toConnection(
      await listDisputes(ctx.db, ctx.actor, toDisputeFilter(filter, ctx), order, page),
      page,
      disputeCursor(order),
      (row) => toDispute(row, ctx.locale),
    );
  }

  @Query(() => [DisputeRulePackType], {
    description: "The networks' rules as this desk has them: reason codes and windows.",
  })
  disputeRulePacks(@Ctx() ctx: RequestContext): readonly DisputeRulePackType[] {
    return rulePacks.map((pack) => toRulePack(pack, ctx.locale));
  }

  @FieldResolver(() => CaseType)
  async case(@Root() { row }: DisputeType, @Ctx() ctx: RequestContext): Promise<CaseType> {
    const found = await ctx.loaders.load(caseById, row.case_id);
    if (found === null) throw new Error(`Dispute ${row.id} is in sight and its case is not`);
    return toCase(found);
  }

  @FieldResolver(() => [NeededEvidenceType], {
    description: "What to bring for this reason; gaps are those not present.",
  })
  async neededEvidence(
    @Root() { row }: DisputeType,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly NeededEvidenceType[]> {
    const present = await ctx.loaders.load(proofKindsOfCase, row.case_id);
    return evidenceFor[disputeReasonOf(row.network, row.reason_code)].map((item) => ({
      need: item.need,
      text: localised(item, ctx.locale),
      kinds: item.kinds,
      present: item.kinds.some((kind) => present.includes(kind)),
    }));
  }

  @Mutation(() => CaseActionResult, {
    description: "Takes the case to the bank under one of the network's reason codes. The bank's clock to rule starts.",
  })
  escalateCaseToBank(
    @Arg("input", () => EscalateCaseToBankInput) input: EscalateCaseToBankInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    const reasonCode = freeText("reasonCode", input.reasonCode, 16);
    return actOnCase(ctx, input, {
      action: "ESCALATE_TO_BANK",
      input: { reasonCode, message: freeText("message", input.message) },
    });
  }

  @Mutation(() => CaseActionResult, {
    description:
      "Records a step of the dispute: the desk's own for whoever answers the bank, the bank's for its officers.",
  })
  advanceDispute(
    @Arg("input", () => AdvanceDisputeInput) input: AdvanceDisputeInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    const detail = { respondBy: input.respondBy?.toISOString() ?? null };
    return actOnCase(ctx, input, { action: "ADVANCE_DISPUTE", input: { step: stepName(input.step), detail } });
  }

  @Mutation(() => CaseActionResult, {
    description:
      "Records how the bank ended its stage. Money moves by the ruling alone: kept by the bank, given back, or to be refunded.",
  })
  async recordBankRuling(
    @Arg("input", () => RecordBankRulingInput) input: RecordBankRulingInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    const { to, outcome } = rulings[input.ruling];
    const amount = input.amount ?? (await disputedAmount(ctx, input.caseId));
    return actOnCase(ctx, input, {
      action: "RECORD_BANK_RULING",
      input: { to, outcome, amount, detail: { ruling: input.ruling } },
    });
  }
}

/** The dispute of a case, which cases themselves know nothing of. */
@Resolver(() => CaseType)
export class CaseDisputeResolver {
  @FieldResolver(() => DisputeType, { nullable: true, description: "The bank stage, once the case has been there." })
  async dispute(@Root() { row }: CaseType, @Ctx() ctx: RequestContext): Promise<DisputeType | null> {
    const found = await ctx.loaders.load(disputeOfCase, row.id);
    return found === null ? null : toDispute(found, ctx.locale);
  }
}

/** All of the dispute; nothing where there is none, which the rules then refuse. */
async function disputedAmount(ctx: RequestContext, caseId: string) {
  const id = rowId(caseId, "Case");
  const dispute = id === null ? null : await ctx.loaders.load(disputeOfCase, id);
  return dispute === null
    ? { minor: 0n, currency: "CNY" }
    : { minor: dispute.amount_minor, currency: dispute.currency };
}
