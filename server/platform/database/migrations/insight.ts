import { Migration } from "@mikro-orm/migrations";

/** Measures scan the rows of their period alone, and sales are counted without touching the table. */
export class Insight extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create index cases_closed on cases (closed_at) where closed_at is not null;
      create index refund_settled on refund (settled_at) where settled_at is not null;
      create index refund_expected_in on refund (expected_on) where expected_on is not null;
      create index refund_holding on refund (currency, state) include (case_id, amount_minor) where holds_money;
      create index transaction_sales on transaction (merchant_id, network, processed_at) where kind in ('SALE', 'COMPLETION');
    `);
  }
}
