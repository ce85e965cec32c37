import { Arg, Ctx, Field, ID, InputType, Query, Resolver } from "type-graphql";
import type { ProofKind } from "../evidence/domain/proof-kinds.ts";
import { ProofKindEnum } from "../evidence/evidence.type.ts";
import { rowId } from "../graphql/ids.ts";
import { MoneyInput } from "../graphql/money.type.ts";
import type { RequestContext } from "../request-context.ts";
import { transactionById } from "../transactions/queries/find-transactions.ts";
import { CaseReasonEnum } from "./case-words.type.ts";
import type { CaseReason } from "./domain/words.ts";
import { casesOfTransaction } from "./queries/cases-of-transaction.ts";
import { previewRequest } from "./queries/preview-request.ts";
import { RequestPreviewType, toRequestPreview } from "./request-preview.type.ts";

@InputType("PreviewRequestInput")
export class PreviewRequestInput {
  @Field(() => ID)
  transactionId!: string;

  @Field(() => MoneyInput)
  amount!: MoneyInput;

  @Field(() => CaseReasonEnum)
  reason!: CaseReason;

  @Field(() => [ProofKindEnum], { defaultValue: [], description: "Proofs that the customer has in hand." })
  proofs!: ProofKind[];
}

/** For whoever takes a request down: what it would come to, before it is made. */
@Resolver()
export class RequestPreviewResolver {
  @Query(() => RequestPreviewType, {
    nullable: true,
    description: "What the policy would say of a request; null when the transaction is not the viewer's to see.",
  })
  async previewRequest(
    @Arg("input", () => PreviewRequestInput) input: PreviewRequestInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RequestPreviewType | null> {
    const id = rowId(input.transactionId, "Transaction");
    const sale = id === null ? null : await ctx.loaders.load(transactionById, id);
    if (sale === null) return null;
    const wanted = { sale, ...input };
    const [previewed, duplicates] = await Promise.all([
      previewRequest(ctx.db, wanted, ctx.clock.now()),
      ctx.loaders.load(casesOfTransaction, sale.id),
    ]);
    return toRequestPreview(wanted, previewed, duplicates, ctx.locale);
  }
}
