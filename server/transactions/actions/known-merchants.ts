import { sql } from "kysely";
import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { SettlementRow } from "../domain/settlement-row.ts";

/** Beyond these the ones met so far are forgotten and looked up again: memory stays flat whatever the file. */
const mostKept = 50_000;

/** The merchants and terminals that one file has named so far, so that a batch asks only for those that are new to it. */
export class KnownMerchants {
  private readonly merchants = new Map<string, KnownMerchant>();
  private terminals = 0;

  /**
   * Looks up those that the rows name, and writes down those that are new to the desk. What the desk has stays as it is:
   * a name that somebody put right is not undone by an old file. Sorted, so that two files at once cannot lock each other out.
   */
  async meet(db: Db, sales: readonly SettlementRow[], now: Date): Promise<void> {
    if (this.merchants.size + this.terminals > mostKept) {
      this.merchants.clear();
      this.terminals = 0;
    }
    await this.meetMerchants(db, sales, now);
    await this.meetTerminals(db, sales, now);
  }

  idsOf({ merchantNumber, terminalNumber }: SettlementRow): { merchantId: string; terminalId: string | null } {
    const merchant = this.merchants.get(merchantNumber);
    if (merchant === undefined) throw new Error(`Merchant ${merchantNumber} was not met`);
    if (terminalNumber === null) return { merchantId: merchant.id, terminalId: null };
    const terminalId = merchant.terminals.get(terminalNumber);
    if (terminalId === undefined) throw new Error(`Terminal ${terminalNumber} was not met`);
    return { merchantId: merchant.id, terminalId };
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
    for (const { id, merchant_number } of found) this.merchants.set(merchant_number, { id, terminals: new Map() });
  }

  private async meetTerminals(db: Db, sales: readonly SettlementRow[], now: Date): Promise<void> {
    const unknown = this.unknownTerminals(sales);
    if (unknown.length === 0) return;
    const [merchantIds, numbers] = [unknown.map(({ merchant }) => merchant.id), unknown.map(({ number }) => number)];
    await sql`
      insert into terminal (id, merchant_id, terminal_number, created_at)
      select id, merchant_id, number, ${now}
      from unnest(${unknown.map(newId)}::uuid[], ${merchantIds}::uuid[], ${numbers}::text[]) as r (id, merchant_id, number)
      order by merchant_id, number on conflict (merchant_id, terminal_number) do nothing`.execute(db);
    const found = await sql<{ id: string; merchant_id: string; terminal_number: string }>`
      select t.id, t.merchant_id, t.terminal_number from terminal t
      join unnest(${merchantIds}::uuid[], ${numbers}::text[]) as r (merchant_id, number)
        on t.merchant_id = r.merchant_id and t.terminal_number = r.number`.execute(db);
    const byId = new Map(unknown.map(({ merchant }) => [merchant.id, merchant]));
    for (const { id, merchant_id, terminal_number } of found.rows)
      byId.get(merchant_id)?.terminals.set(terminal_number, id);
    this.terminals += found.rows.length;
  }

  private unknownTerminals(sales: readonly SettlementRow[]) {
    const unknown = new Map<string, { readonly merchant: KnownMerchant; readonly number: string }>();
    for (const { merchantNumber, terminalNumber: number } of sales) {
      const merchant = this.merchants.get(merchantNumber);
      if (number === null || merchant === undefined || merchant.terminals.has(number)) continue;
      unknown.set(`${merchant.id} ${number}`, { merchant, number });
    }
    return [...unknown.values()];
  }
}

interface KnownMerchant {
  readonly id: string;
  /** By their number, which is the merchant's own. */
  readonly terminals: Map<string, string>;
}
