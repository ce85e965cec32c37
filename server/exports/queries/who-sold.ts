import { findMerchants } from "../../merchants/queries/find-merchants.ts";
import type { Db } from "../../platform/database/database.ts";
import { byId } from "./sheet.ts";

/** The two columns of the merchant, in the language that its name has. */
export async function whoSold(db: Db, ids: Iterable<string>) {
  const merchants = byId(await findMerchants(db, [...new Set(ids)]));
  return (id: string) => {
    const merchant = merchants.get(id);
    return { merchantNumber: merchant?.merchant_number ?? "", merchant: merchant?.name_zh ?? merchant?.name ?? "" };
  };
}
