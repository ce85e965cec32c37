import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { CardNetwork } from "../../transactions/domain/words.ts";
import { issuerCode } from "../domain/issuer-code.ts";

const names: Readonly<Record<CardNetwork, { readonly zh: string; readonly en: string }>> = {
  VISA: { zh: "Visa 发卡行", en: "Visa issuers" },
  MASTERCARD: { zh: "万事达卡发卡行", en: "Mastercard issuers" },
  AMEX: { zh: "美国运通", en: "American Express" },
  DISCOVER: { zh: "Discover 发卡行", en: "Discover issuers" },
  UNIONPAY: { zh: "银联发卡行", en: "UnionPay issuers" },
  OTHER: { zh: "其他发卡行", en: "Other issuers" },
};

/**
 * The institution whose officers see a dispute. Neither the bank's file nor the first six digits say which bank issued the
 * card, so all issuers of a network stand as one, made when first needed.
 */
export async function issuerOfNetwork(db: Db, network: CardNetwork, now: Date): Promise<string> {
  const code = issuerCode(network);
  const { en, zh } = names[network];
  await db
    .insertInto("institution")
    .values({ id: newId(), code, name: en, name_zh: zh, created_at: now })
    .onConflict((conflict) => conflict.column("code").doNothing())
    .execute();
  const found = await db.selectFrom("institution").select("id").where("code", "=", code).executeTakeFirstOrThrow();
  return found.id;
}
