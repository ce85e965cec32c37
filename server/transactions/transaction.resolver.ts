import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { type Connection, emptyConnection, pageRequest, toConnection } from "../graphql/connection.ts";
import { rowId } from "../graphql/ids.ts";
import { deskTimeZone } from "../kernel/desk-day.ts";
import { dayIn } from "../kernel/zoned-time.ts";
import { MerchantType, toMerchant } from "../merchants/merchant.type.ts";
import { merchantById } from "../merchants/queries/find-merchants.ts";
import type { RequestContext } from "../request-context.ts";
import { readLookUp } from "./domain/look-up.ts";
import { listTransactions, type TransactionFilter, transactionById } from "./queries/find-transactions.ts";
import { TransactionFilterInput } from "./transaction.input.ts";
import { TransactionConnection, TransactionType, toTransaction } from "./transaction.type.ts";

@Resolver(() => TransactionType)
export class TransactionResolver {
  @Query(() => TransactionConnection, { description: "Transactions in sight, the latest first." })
  async transactions(
    @Arg("filter", () => TransactionFilterInput, { nullable: true }) filter: TransactionFilterInput | null,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<TransactionType>> {
    const page = pageRequest(first, after, 2);
    const wanted = toFilter(filter, ctx.clock.now());
    // A merchant that is not one has no transactions.
    if (wanted === null) return emptyConnection();
    return toConnection(
      await listTransactions(ctx.db, ctx.actor, wanted, page),
      page,
      (row) => [row.processed_at.toISOString(), row.id],
      toTransaction,
    );
  }

  @Query(() => TransactionType, {
    nullable: true,
    description: "One transaction; null when it is not the viewer's to see.",
  })
  async transaction(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<TransactionType | null> {
    const found = rowId(id, "Transaction");
    const row = found === null ? null : await ctx.loaders.load(transactionById, found);
    return row === null ? null : toTransaction(row);
  }

  @FieldResolver(() => MerchantType)
  async merchant(@Root() { row }: TransactionType, @Ctx() ctx: RequestContext): Promise<MerchantType> {
    const merchant = await ctx.loaders.load(merchantById, row.merchant_id);
    if (merchant === null) throw new Error(`Transaction ${row.id} names a merchant that is not there`);
    return toMerchant(merchant);
  }
}

function toFilter(input: TransactionFilterInput | null, now: Date): TransactionFilter | null {
  const text = input?.text?.trim().slice(0, 200);
  const merchantId = input?.merchantId == null ? undefined : rowId(input.merchantId, "Merchant");
  if (merchantId === null) return null;
  return {
    ...(text !== undefined && text !== "" && { lookUp: { words: readLookUp(text, dayIn(now, deskTimeZone)), now } }),
    ...(input?.networks != null && { networks: input.networks }),
    ...(input?.kinds != null && { kinds: input.kinds }),
    ...(input?.refundable === true && { refundable: true }),
    ...(merchantId !== undefined && { merchantId }),
    ...(input?.processedFrom != null && { processedFrom: input.processedFrom }),
    ...(input?.processedUntil != null && { processedUntil: input.processedUntil }),
  };
}
