import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../request-context.ts";
import { transactionById } from "../transactions/queries/find-transactions.ts";
import { TransactionType, toTransaction } from "../transactions/transaction.type.ts";
import { CaseType, toCase } from "./case.type.ts";
import { casesOfTransaction } from "./queries/cases-of-transaction.ts";

@Resolver(() => CaseType)
export class CaseTransactionResolver {
  @FieldResolver(() => TransactionType, {
    nullable: true,
    description: "The sale it is about; null until it is found.",
  })
  async transaction(@Root() { row }: CaseType, @Ctx() ctx: RequestContext): Promise<TransactionType | null> {
    const found = row.transaction_id === null ? null : await ctx.loaders.load(transactionById, row.transaction_id);
    return found === null ? null : toTransaction(found);
  }
}

/** The cases of a transaction, which transactions themselves know nothing of. */
@Resolver(() => TransactionType)
export class TransactionCasesResolver {
  @FieldResolver(() => [CaseType], { description: "The cases in sight about it, the latest first; at most ten." })
  async cases(@Root() { row }: TransactionType, @Ctx() ctx: RequestContext): Promise<readonly CaseType[]> {
    return (await ctx.loaders.load(casesOfTransaction, row.id)).map(toCase);
  }
}
