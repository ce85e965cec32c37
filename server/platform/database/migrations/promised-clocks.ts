import { Migration } from "@mikro-orm/migrations";

/** A clock whose length the policy of its case promises keeps that length; those that run already go by their rule's own. */
export class PromisedClocks extends Migration {
  override up(): void {
    this.addSql("alter table case_clock add column length integer null");
  }
}
