import { Migration } from "@mikro-orm/migrations";

/** Who saw personal data of which case: by person, by case and by time. */
export class AccessLog extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create table access_record (
        id uuid not null,
        viewer_id uuid not null,
        case_id uuid not null,
        kind text not null,
        hour timestamptz(3) not null,
        at timestamptz(3) not null,
        primary key (id),
        constraint access_record_viewer_id_case_id_kind_hour_unique unique (viewer_id, case_id, kind, hour),
        constraint access_record_viewer_id_foreign foreign key (viewer_id) references staff (id),
        constraint access_record_case_id_foreign foreign key (case_id) references cases (id),
        constraint access_record_kind_check check (kind in ('CONTACT', 'EVIDENCE', 'CASE_FILE', 'SEARCH', 'EXPORT'))
      );
      create index access_record_newest on access_record (at desc, id desc);
      create index access_record_viewer on access_record (viewer_id, at desc, id desc);
      create index access_record_case on access_record (case_id, at desc, id desc);
      create trigger access_record_append_only before update or delete on access_record
        for each row execute function refuse_change();
    `);
  }
}
