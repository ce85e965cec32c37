import { Migration } from "@mikro-orm/migrations";

/** Records that were passed elsewhere, with the file that they came by; and rules that are changed as they were read. */
export class TrainingRoom extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
create table training_import (
  id uuid not null,
  file_name text not null,
  by_id uuid not null,
  at timestamptz(3) not null,
  primary key (id)
);
alter table training_import add constraint training_import_by_id_foreign foreign key (by_id) references staff (id);
alter table training_record add column import_id uuid null;
alter table training_record add column outside_number text null;
alter table training_record add constraint training_record_import_id_foreign foreign key (import_id) references training_import (id);
-- One person passes one course once on one day: the same file again records nothing.
create unique index training_record_from_outside on training_record (staff_id, course_id, valid_from) where import_id is not null;
alter table training_rule add column version int not null default 1;
-- Of two rules for the same people one would do nothing.
create unique index training_rule_once on training_rule (course_id, kind, role, merchant_id, institution_id, joined_from)
  nulls not distinct where ended_at is null;
`);
  }
}
