import { Migration } from "@mikro-orm/migrations";

/** The board of disputes reads those that are open, a state at a time; most of a grown desk's are closed. */
export class OpenDisputes extends Migration {
  override up(): void {
    this.addSql("create index dispute_open_state on dispute (state) where closed_at is null");
  }
}
