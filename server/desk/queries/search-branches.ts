import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { inSight, merchantsInSight, transactionsInSight } from "../../staff/scope.ts";
import { voucherSpellings } from "../../transactions/domain/slip.ts";
import type { SearchMatch, SearchText } from "../domain/search-text.ts";

export interface SearchHitRow {
  readonly case_id: string | null;
  readonly transaction_id: string | null;
  readonly matched: SearchMatch;
  /** What it was found by, as it is stored. */
  readonly text: string;
  readonly at: Date;
}

/** One meaning of what was typed: a statement over what is in sight that walks an index and stops after a page. */
export type Branch = RawBuilder<SearchHitRow>;

/** How many shops of a like name are shown by their cases, and how many cases of each. */
const MERCHANTS = 5;
const CASES_OF_MERCHANT = 5;

const visible = (db: Db, actor: Actor) => db.selectFrom("cases").where((eb) => inSight(eb, actor));

export function byNumber(db: Db, actor: Actor, numbers: readonly string[]): Branch {
  return sql`${visible(db, actor)
    .select([
      "cases.id as case_id",
      sql<null>`null::uuid`.as("transaction_id"),
      sql`'CASE_NUMBER'`.as("matched"),
      "cases.number as text",
      "cases.opened_at as at",
    ])
    .where("cases.number", "=", sql<string>`any(${numbers})`)}`;
}

/** Transactions by each number that a slip shows. */
export function salesOf(db: Db, actor: Actor, text: SearchText, most: number): readonly Branch[] {
  const sales = (matched: SearchMatch, column: SaleNumber, fits: RawBuilder<boolean>) =>
    sql<SearchHitRow>`${transactionsInSight(db, actor)
      .select([
        sql<null>`null::uuid`.as("case_id"),
        "transaction.id as transaction_id",
        sql`${sql.lit(matched)}`.as("matched"),
        `transaction.${column} as text`,
        "transaction.processed_at as at",
      ])
      .where(fits)
      .orderBy("transaction.processed_at", "desc")
      .orderBy("transaction.id", "desc")
      .limit(sql.lit(most))}`;
  const found: Branch[] = [];
  if (text.reference !== null) {
    const { reference } = text;
    for (const voucher of /^\d{4,12}$/.test(reference) ? voucherSpellings(reference) : [])
      found.push(sales("VOUCHER_NUMBER", "voucher_number", sql`transaction.voucher_number = ${voucher}`));
    found.push(
      sales("RETRIEVAL_REFERENCE", "retrieval_reference", sql`transaction.retrieval_reference = ${reference}`),
      sales("ACQUIRER_REFERENCE", "acquirer_reference", sql`transaction.acquirer_reference = ${reference}`),
    );
  }
  if (text.cardLast4 !== null)
    found.push(sales("CARD_LAST_FOUR", "card_last4", sql`transaction.card_last4 = ${text.cardLast4}`));
  return found;
}
type SaleNumber = "voucher_number" | "retrieval_reference" | "acquirer_reference" | "card_last4";

/** The cases over these transactions. */
export function casesOf(db: Db, actor: Actor, sales: Branch, most: number): Branch {
  return sql`select cases.id as case_id, null::uuid as transaction_id, sale.matched, sale.text, cases.opened_at as at
    from (${sales}) sale join lateral ${visible(db, actor)
      .select(["cases.id", "cases.opened_at"])
      .where("cases.transaction_id", "=", sql<string>`sale.transaction_id`)
      .orderBy("cases.opened_at", "desc")
      .limit(sql.lit(most))} cases on true`;
}

/** The customers who have it, and their newest cases. */
function ofCustomers(
  db: Db,
  actor: Actor,
  matched: SearchMatch,
  column: "email" | "phone",
  fits: RawBuilder<boolean>,
  most: number,
): Branch {
  return sql`select cases.id as case_id, null::uuid as transaction_id, ${sql.lit(matched)} as matched, person.text, cases.opened_at as at
    from (select id, ${sql.ref(column)} as text from customer where ${fits} limit ${sql.lit(most)}) person
    join lateral ${visible(db, actor)
      .select(["cases.id", "cases.opened_at"])
      .where("cases.customer_id", "=", sql<string>`person.id`)
      .orderBy("cases.opened_at", "desc")
      .limit(sql.lit(most))} cases on true`;
}

export const byEmail = (db: Db, actor: Actor, email: string, most: number) =>
  ofCustomers(db, actor, "EMAIL", "email", sql`email = ${email}`, most);

export function byPhone(db: Db, actor: Actor, end: string, most: number): Branch {
  const backwards = `${[...end].reverse().join("")}%`;
  return ofCustomers(db, actor, "PHONE", "phone", sql`phone is not null and reverse(phone) like ${backwards}`, most);
}

/** Walks one term from its newest case, and looks whether the case has the others too. */
export function byName(db: Db, actor: Actor, narrowest: string, others: readonly string[], most: number): Branch {
  return sql`${visible(db, actor)
    .innerJoin("case_name_term as found", "found.case_id", "cases.id")
    .innerJoin("customer", "customer.id", "cases.customer_id")
    .select([
      "cases.id as case_id",
      sql<null>`null::uuid`.as("transaction_id"),
      sql`'NAME'`.as("matched"),
      "customer.name as text",
      "found.opened_at as at",
    ])
    .where("found.term", "=", narrowest)
    .$if(others.length > 0, (query) =>
      query.where(({ and, exists, selectFrom }) =>
        and(
          others.map((other) =>
            exists(
              selectFrom("case_name_term as also")
                .select("also.term")
                .where("also.term", "=", other)
                .whereRef("also.opened_at", "=", "found.opened_at")
                .whereRef("also.case_id", "=", "found.case_id"),
            ),
          ),
        ),
      ),
    )
    .orderBy("found.opened_at", "desc")
    .orderBy("found.case_id", "desc")
    .limit(sql.lit(most))}`;
}

/** A few shops of that name, and the newest cases of each. */
export function byMerchant(db: Db, actor: Actor, terms: readonly string[]): Branch {
  const shops = merchantsInSight(db, actor)
    .select(["merchant.id", sql<string>`coalesce(merchant.name_zh, merchant.name)`.as("text")])
    .where(sql<boolean>`(name_terms(merchant.name) || name_terms(coalesce(merchant.name_zh, ''))) @> ${terms}::text[]`)
    .limit(sql.lit(MERCHANTS));
  return sql`select cases.id as case_id, null::uuid as transaction_id, 'MERCHANT' as matched, shop.text, cases.opened_at as at
    from ${shops} shop join lateral ${visible(db, actor)
      .select(["cases.id", "cases.opened_at"])
      .where("cases.merchant_id", "=", sql<string>`shop.id`)
      .orderBy("cases.opened_at", "desc")
      .orderBy("cases.id", "desc")
      .limit(sql.lit(CASES_OF_MERCHANT))} cases on true`;
}
