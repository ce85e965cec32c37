import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { type Connection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import { rowId } from "../graphql/ids.ts";
import { MerchantType, toMerchant } from "../merchants/merchant.type.ts";
import { merchantById } from "../merchants/queries/find-merchants.ts";
import type { RequestContext } from "../request-context.ts";
import { sameAmountNearby } from "./queries/find-same-amount.ts";
import { listTransactions, transactionById, transactionCursor } from "./queries/find-transactions.ts";
import { TransactionFilterInput, toTransactionFilter } from "./transaction.input.ts";
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
    const rows = await listTransactions(ctx.db, ctx.actor, toTransactionFilter(filter, ctx), page);
    return toConnection(rows, page, transactionCursor, toTransaction);
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

  @FieldResolver(() => [TransactionType], {
    description:
      "Other payments in sight that took the same amount from the same card at the same merchant within 24 hours, the nearest first; at most three.",
  })
  async sameAmountNearby(
    @Root() { row }: TransactionType,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly TransactionType[]> {
    return (await ctx.loaders.load(sameAmountNearby, row.id)).map(toTransaction);
  }
}
