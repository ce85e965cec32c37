import { Migration } from "@mikro-orm/migrations";

/** What the customer's pages keep: puzzles that were solved, and what the private link of a case is made of. */
export class CustomerPages extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
create table spent_puzzle (
  seed text not null,
  expires_at timestamptz(3) not null,
  primary key (seed)
);
create index spent_puzzle_expires_at on spent_puzzle (expires_at);
alter table cases add column link_seed uuid null;
alter table cases add column link_made_at timestamptz(3) null;
`);
  }
}
