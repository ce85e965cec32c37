import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { type SearchText, searchMatches } from "../domain/search-text.ts";
import {
  type Branch,
  byEmail,
  byMerchant,
  byName,
  byNumber,
  byPhone,
  casesOf,
  type SearchHitRow,
  salesOf,
} from "./search-branches.ts";

/**
 * What a text may mean, among the cases and transactions in sight: one statement, a branch for each meaning. A branch walks an
 * index that already has the order of its answer and stops after a page, so that no search reads, sorts or counts all that fits.
 */
export async function searchDesk(
  db: Db,
  actor: Actor,
  text: SearchText,
  first: number,
): Promise<readonly SearchHitRow[]> {
  const branches = branchesOf(db, actor, text, first);
  if (branches.length === 0) return [];
  const all = sql.join(
    branches.map((branch) => sql`(${branch})`),
    sql` union all `,
  );
  const { rows } = await sql<SearchHitRow>`${all}`.execute(db);
  return best(rows, first);
}

function branchesOf(db: Db, actor: Actor, text: SearchText, most: number): readonly Branch[] {
  const may = (permission: "case.read" | "transaction.read" | "customer.readContact") =>
    actor.permissions.has(permission);
  const seesCases = may("case.read");
  // To find somebody by a name or a number is to learn it.
  const seesPeople = seesCases && may("customer.readContact");
  const branches: Branch[] = [];
  if (seesCases && text.caseNumbers.length > 0) branches.push(byNumber(db, actor, text.caseNumbers));
  for (const sales of salesOf(db, actor, text, most)) {
    if (seesCases) branches.push(casesOf(db, actor, sales, most));
    if (may("transaction.read")) branches.push(sales);
  }
  if (seesPeople && text.email !== null) branches.push(byEmail(db, actor, text.email, most));
  if (seesPeople && text.phoneEnd !== null) branches.push(byPhone(db, actor, text.phoneEnd, most));
  const [narrowest, ...others] = text.nameTerms;
  if (seesPeople && narrowest !== undefined) branches.push(byName(db, actor, narrowest, others, most));
  if (seesCases && narrowest !== undefined) branches.push(byMerchant(db, actor, text.nameTerms));
  return branches;
}

const rank = new Map(searchMatches.map((matched, at) => [matched, at]));

/** Once each, by the best that it was found by; cases before transactions, the newest first. */
function best(rows: readonly SearchHitRow[], first: number): readonly SearchHitRow[] {
  const order = (row: SearchHitRow) => rank.get(row.matched) ?? rank.size;
  const isSale = (row: SearchHitRow) => (row.case_id === null ? 1 : 0);
  const sorted = [...rows].sort(
    (left, right) =>
      order(left) - order(right) || isSale(left) - isSale(right) || right.at.getTime() - left.at.getTime(),
  );
  const seen = new Set<string | null>();
  return sorted
    .filter(({ case_id, transaction_id }) => {
      const id = case_id ?? transaction_id;
      return seen.has(id) ? false : seen.add(id);
    })
    .slice(0, first);
}
