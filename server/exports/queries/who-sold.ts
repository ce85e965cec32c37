import { findCases } from "../../cases/queries/find-cases.ts";
import { findMerchants } from "../../merchants/queries/find-merchants.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { byId } from "./sheet.ts";

/** The two columns of the merchant, in the language that its name has. */
export async function whoSold(db: Db, ids: Iterable<string>) {
  const merchants = byId(await findMerchants(db, [...new Set(ids)]));
  return (id: string) => {
    const merchant = merchants.get(id);
    return { merchantNumber: merchant?.merchant_number ?? "", merchant: merchant?.name_zh ?? merchant?.name ?? "" };
  };
}

/** Of rows that hang off cases: the number of each one's case and who sold, for whoever may see it. */
export async function casesBehind(db: Db, actor: Actor, rows: readonly { readonly case_id: string }[]) {
  const cases = byId(await findCases(db, actor, [...new Set(rows.map((row) => row.case_id))]));
  const merchantOf = await whoSold(
    db,
    [...cases.values()].map((row) => row.merchant_id),
  );
  return (caseId: string) => {
    const found = cases.get(caseId);
    return { number: found?.number ?? "", ...merchantOf(found?.merchant_id ?? "") };
  };
}
