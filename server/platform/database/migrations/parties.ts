import { Migration } from "@mikro-orm/migrations";

/** Which of amount, state and time somebody queried; and what still waits for an answer, found without reading the rest. */
export class Parties extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      alter table notice add column queried text[] not null default '{}';
      alter table notice add column asks_answer boolean not null default false;
      update notice set asks_answer = true where kind in ('MERCHANT_ASKED', 'MERCHANT_REFUND_PAID', 'MERCHANT_DISPUTE_OPENED',
        'MERCHANT_DISPUTE_RULED', 'BANK_ASKED', 'BANK_ANSWERED', 'BANK_DISPUTE_WITHDRAWN');
      alter table notice add constraint notice_queried_points check (queried <@ array['AMOUNT', 'STATE', 'TIME']);
      alter table notice add constraint notice_queried_whole check (answer = 'QUERIED' or queried = '{}');
      create index notice_asks_merchant on notice (merchant_id, created_at desc, id desc)
        where asks_answer and answer is null and merchant_id is not null;
      create index notice_asks_institution on notice (institution_id, created_at desc, id desc)
        where asks_answer and answer is null and institution_id is not null;
    `);
  }
}
