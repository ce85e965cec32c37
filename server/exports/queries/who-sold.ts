import { findCases } from "../../cases/queries/find-cases.ts";
import { localised } from "../../graphql/locale.ts";
import { findMerchants } from "../../merchants/queries/find-merchants.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Locale } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { byId } from "./sheet.ts";

/** The two columns of the merchant, its name in the reader's language where it has one. */
export async function whoSold(db: Db, ids: Iterable<string>, locale: Locale) {
  const merchants = byId(await findMerchants(db, [...new Set(ids)]));
  return (id: string) => {
    const merchant = merchants.get(id);
    if (merchant === undefined) return { merchantNumber: "", merchant: "" };
    const { merchant_number, name, name_zh } = merchant;
    return { merchantNumber: merchant_number, merchant: localised({ zh: name_zh ?? name, en: name }, locale) };
  };
}

/** Of rows that hang off cases: the number of each one's case and who sold, for whoever may see it. */
export async function casesBehind(db: Db, actor: Actor, rows: readonly { readonly case_id: string }[], locale: Locale) {
  const cases = byId(await findCases(db, actor, [...new Set(rows.map((row) => row.case_id))]));
  const merchantOf = await whoSold(
    db,
    [...cases.values()].map((row) => row.merchant_id),
    locale,
  );
  return (caseId: string) => {
    const found = cases.get(caseId);
    return { number: found?.number ?? "", ...merchantOf(found?.merchant_id ?? "") };
  };
}
