import { Migration } from "@mikro-orm/migrations";

/** When a refund that had arrived was sent back by the bank. */
export class RefundReturns extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
alter table refund add column returned_at timestamptz(3);
alter table refund add constraint refund_returned_at_check check (returned_at is null or state = 'RETURNED');
`);
  }
}
