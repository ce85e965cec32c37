import { Migration } from "@mikro-orm/migrations";

/** Whoever takes the log of a case away as a file stands in the access log as such. */
export class LogExports extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      alter table access_record drop constraint access_record_kind_check;
      alter table access_record add constraint access_record_kind_check
        check (kind in ('CONTACT', 'EVIDENCE', 'CASE_FILE', 'SEARCH', 'EXPORT', 'LOG_EXPORT'));
    `);
  }
}
