import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { CaseType, toCase } from "../cases/case.type.ts";
import { accessNoted } from "../cases/queries/access-noted.ts";
import { caseById } from "../cases/queries/case-parts.ts";
import { badInput } from "../graphql/cursor.ts";
import { cleanText } from "../kernel/clean-text.ts";
import { deskDay } from "../kernel/desk-day.ts";
import type { RequestContext } from "../request-context.ts";
import { transactionById } from "../transactions/queries/find-transactions.ts";
import { TransactionType, toTransaction } from "../transactions/transaction.type.ts";
import { readSearchText } from "./domain/search-text.ts";
import { searchDesk } from "./queries/search-desk.ts";
import { SearchHitType, toSearchHit } from "./search-hit.type.ts";

const MOST_HITS = 50;

/** One box for whatever somebody has in hand: a slip, a caller's name, a case's number. */
@Resolver(() => SearchHitType)
export class SearchResolver {
  @Query(() => [SearchHitType], {
    description:
      "Cases and transactions in sight by a case's number, a voucher number, an RRN, a card's last four digits, a shop's name and, for whoever may read contacts, a customer's name (from two Chinese characters or three letters), telephone (from its last four digits) or e-mail. What names one thing comes first.",
  })
  async search(
    @Arg("text", () => String) text: string,
    @Arg("first", () => Int, { defaultValue: 20, description: "1 to 50." }) first: number,
    @Ctx() ctx: RequestContext,
  ): Promise<SearchHitType[]> {
    if (first < 1 || first > MOST_HITS) throw badInput(`\`first\` must be from 1 to ${MOST_HITS}.`);
    const typed = cleanText(text, 1_000);
    if (!typed.ok) return [];
    const year = Number(deskDay(ctx.clock.now()).slice(2, 4));
    const meant = readSearchText(
      typed.value,
      [year, year - 1].map((yy) => String(yy).padStart(2, "0")),
    );
    const found = await searchDesk(ctx.db, ctx.actor, meant, first);
    const byContact = found.flatMap(({ case_id: caseId, matched }) =>
      caseId !== null && (matched === "PHONE" || matched === "EMAIL") ? [caseId] : [],
    );
    // To find somebody by their number is to learn whose it is.
    await Promise.all(byContact.map((caseId) => ctx.loaders.load(accessNoted, { caseId, kind: "SEARCH" })));
    return found.map(toSearchHit);
  }

  @FieldResolver(() => CaseType, { nullable: true })
  async case(@Root() { row }: SearchHitType, @Ctx() { loaders }: RequestContext): Promise<CaseType | null> {
    const found = row.case_id === null ? null : await loaders.load(caseById, row.case_id);
    return found === null ? null : toCase(found);
  }

  @FieldResolver(() => TransactionType, { nullable: true })
  async transaction(
    @Root() { row }: SearchHitType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<TransactionType | null> {
    const found = row.transaction_id === null ? null : await loaders.load(transactionById, row.transaction_id);
    return found === null ? null : toTransaction(found);
  }
}
