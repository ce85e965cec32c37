import { sql } from "kysely";
import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { SettlementRow } from "../domain/settlement-row.ts";

/** Beyond these the ones met so far are forgotten and looked up again: memory stays flat whatever the file. */
const mostKept = 50_000;

/** The merchants and terminals that one file has named so far, so that a batch asks only for those that are new to it. */
export class KnownMerchants {
  private readonly merchants = new Map<string, string>();
  private readonly terminals = new Map<string, string>();

  /**
   * Looks up those that the rows name, and writes down those that are new to the desk. What the desk has stays as it is:
   * a name that somebody put right is not undone by an old file. Sorted, so that two files at once cannot lock each other out.
   */
  async meet(db: Db, sales: readonly SettlementRow[], now: Date): Promise<void> {
    if (this.merchants.size + this.terminals.size > mostKept) {
      this.merchants.clear();
      this.terminals.clear();
    }
    await this.meetMerchants(db, sales, now);
    await this.meetTerminals(db, sales, now);
  }

  idsOf({ merchantNumber, terminalNumber }: SettlementRow): { merchantId: string; terminalId: string | null } {
    const merchantId = this.merchants.get(merchantNumber);
    if (merchantId === undefined) throw new Error(`Merchant ${merchantNumber} was not met`);
    if (terminalNumber === null) return { merchantId, terminalId: null };
    const terminalId = this.terminals.get(terminalKey(merchantId, terminalNumber));
    if (terminalId === undefined) throw new Error(`Terminal ${terminalNumber} was not met`);
    return { merchantId, terminalId };
  }

  private async meetMerchants(db: Db, sales: readonly SettlementRow[], now: Date): Promise<void> {
    const unknown = new Map<string, SettlementRow>();
    for (const sale of sales) {
      if (!this.merchants.has(sale.merchantNumber)) unknown.set(sale.merchantNumber, sale);
    }
    if (unknown.size === 0) return;
    const numbers = [...unknown.keys()].sort();
    const rows = numbers.flatMap((number) => unknown.get(number) ?? []);
    await sql`
      insert into merchant (id, merchant_number, name, name_zh, category_code, created_at)
      select id, number, name, case when name ~ '[\u4e00-\u9fff]' then name end, category, ${now}
      from unnest(${rows.map(newId)}::uuid[], ${numbers}::text[], ${rows.map((row) => row.merchantName)}::text[],
        ${rows.map((row) => row.categoryCode)}::text[]) as r (id, number, name, category)
      order by number on conflict (merchant_number) do nothing`.execute(db);
    const found = await db
      .selectFrom("merchant")
      .select(["id", "merchant_number"])
      .where("merchant_number", "=", sql<string>`any(${numbers}::text[])`)
      .execute();
    for (const { id, merchant_number } of found) this.merchants.set(merchant_number, id);
  }

  private async meetTerminals(db: Db, sales: readonly SettlementRow[], now: Date): Promise<void> {
    const unknown = new Map<string, { readonly merchantId: string; readonly number: string }>();
    for (const { merchantNumber, terminalNumber } of sales) {
      const merchantId = this.merchants.get(merchantNumber);
      if (terminalNumber === null || merchantId === undefined) continue;
      const key = terminalKey(merchantId, terminalNumber);
      if (!this.terminals.has(key)) unknown.set(key, { merchantId, number: terminalNumber });
    }
    if (unknown.size === 0) return;
    const rows = [...unknown.keys()].sort().flatMap((key) => unknown.get(key) ?? []);
    const [merchantIds, numbers] = [rows.map((row) => row.merchantId), rows.map((row) => row.number)];
    await sql`
      insert into terminal (id, merchant_id, terminal_number, created_at)
      select id, merchant_id, number, ${now}
      from unnest(${rows.map(newId)}::uuid[], ${merchantIds}::uuid[], ${numbers}::text[]) as r (id, merchant_id, number)
      order by merchant_id, number on conflict (merchant_id, terminal_number) do nothing`.execute(db);
    const found = await sql<{ id: string; merchant_id: string; terminal_number: string }>`
      select t.id, t.merchant_id, t.terminal_number from terminal t
      join unnest(${merchantIds}::uuid[], ${numbers}::text[]) as r (merchant_id, number)
        on t.merchant_id = r.merchant_id and t.terminal_number = r.number`.execute(db);
    for (const { id, merchant_id, terminal_number } of found.rows)
      this.terminals.set(terminalKey(merchant_id, terminal_number), id);
  }
}

function terminalKey(merchantId: string, number: string): string {
  return `${merchantId} ${number}`;
}
