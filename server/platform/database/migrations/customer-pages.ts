import { Migration } from "@mikro-orm/migrations";

/** What the customer's pages keep: puzzles that were solved, and when a private link was made anew. */
export class CustomerPages extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
create table spent_puzzle (
  seed text not null,
  expires_at timestamptz(3) not null,
  primary key (seed)
);
create index spent_puzzle_expires_at on spent_puzzle (expires_at);
create index customer_phone on customer (phone) where phone is not null;
create index customer_email on customer (email) where email is not null;
alter table cases add column link_made_at timestamptz(3) null;
`);
  }
}
