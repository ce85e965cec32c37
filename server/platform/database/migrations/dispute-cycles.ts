import { Migration } from "@mikro-orm/migrations";

/** A bank can charge back again under the number of a dispute that is over: the same number, and its next cycle. */
export class DisputeCycles extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
alter table dispute add column cycle int not null default 1;
alter table dispute add constraint dispute_cycle_check check (cycle >= 1);
alter table dispute drop constraint dispute_reference_unique;
alter table dispute add constraint dispute_reference_cycle_unique unique (reference, cycle);
`);
  }
}
