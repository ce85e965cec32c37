import { Migration } from "@mikro-orm/migrations";

/** A saved view keeps what its key was used for. Those made before have forgotten it, so their keys save nothing any more. */
export class SavedViewKeys extends Migration {
  override up(): void {
    this.addSql("alter table saved_view add column input_hash text not null default '';");
  }
}
