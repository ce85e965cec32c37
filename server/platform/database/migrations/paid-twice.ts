import { Migration } from "@mikro-orm/migrations";

/**
 * What banks keep of a payment beyond what it still held: refunds had given it back already. Beside the three counters, which
 * never pass what was captured, and only while nothing of the payment is left.
 */
export class PaidTwice extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
alter table transaction add column paid_twice_minor bigint not null default 0;
alter table transaction add constraint transaction_paid_twice_check check (paid_twice_minor >= 0
  and (paid_twice_minor = 0 or refunded_minor + in_flight_minor + charged_back_minor = captured_minor));
-- A bank's ruling may be an exception too; the register is read by this index only while both name the same kinds.
drop index case_event_may_be_exception;
create index case_event_may_be_exception on case_event (at desc, id desc) where kind in
  ('RECORD_CHECK', 'SETTLE_REFUND', 'APPROVE_REFUND', 'DECLINE_REQUEST', 'ACCEPT_OFFER', 'RECORD_BANK_RULING');
`);
  }
}
