import { Migration } from "@mikro-orm/migrations";

/** How the columns of a file were assigned by hand, and its heading, so that its bad rows can be handed back as a file. */
export class ImportFiles extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
alter table import_run add column columns jsonb null;
alter table import_run add column header jsonb null;
`);
  }
}
