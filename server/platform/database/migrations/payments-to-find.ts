import { Migration } from "@mikro-orm/migrations";

/** The few open cases whose payment is still looked for, every five minutes, among all that there are. */
export class PaymentsToFind extends Migration {
  override up(): void {
    this.addSql("create index cases_open_unfound on cases (id) where transaction_id is null and closed_at is null");
  }
}
