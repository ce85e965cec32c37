import { Migration } from "@mikro-orm/migrations";

/** An offer that was taken may be an exception too; the register is read by this index only while both name the same kinds. */
export class OffersTaken extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      drop index case_event_may_be_exception;
      create index case_event_may_be_exception on case_event (at desc, id desc)
        where kind in ('RECORD_CHECK', 'SETTLE_REFUND', 'APPROVE_REFUND', 'DECLINE_REQUEST', 'ACCEPT_OFFER');
    `);
  }
}
