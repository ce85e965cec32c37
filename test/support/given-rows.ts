import { newId } from "../../server/kernel/ids.ts";
import type { Db } from "../../server/platform/database/database.ts";

/** Rows that other tests build upon, each with names of its own, so that none depends on another's. */
export async function givenMerchant(db: Db): Promise<string> {
  const id = newId();
  const row = { id, merchant_number: `M-${id}`, name: `Shop ${id.slice(-6)}`, name_zh: null, category_code: "5411" };
  await db
    .insertInto("merchant")
    .values({ ...row, created_at: new Date() })
    .execute();
  return id;
}

export async function givenInstitution(db: Db): Promise<string> {
  const id = newId();
  await db
    .insertInto("institution")
    .values({ id, code: `B-${id}`, name: `Bank ${id.slice(-6)}`, name_zh: null, created_at: new Date() })
    .execute();
  return id;
}

/** A settled sale of CNY 1,299.00, a day old. */
export async function givenSale(db: Db, merchantId: string, capturedMinor = 129_900n): Promise<string> {
  const id = newId();
  const yesterday = new Date(Date.now() - 86_400_000);
  await db
    .insertInto("transaction")
    .values({
      id,
      acquirer_reference: `A-${id}`,
      merchant_id: merchantId,
      kind: "SALE",
      voucher_number: id.slice(-6),
      network: "VISA",
      card_first6: "411111",
      card_last4: "1111",
      currency: "CNY",
      captured_minor: capturedMinor,
      processed_at: yesterday,
      settled_at: yesterday,
      created_at: yesterday,
    })
    .execute();
  return id;
}
