import { Migration } from "@mikro-orm/migrations";

/** An assignment is withdrawn with a reason that stays on it, and given another due day, each change kept. */
export class TrainingChanges extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
alter table training_record add column withdrawn_by_id uuid null;
alter table training_record drop constraint training_record_state_check;
alter table training_record add constraint training_record_state_check
  check (state in ('ASSIGNED', 'STARTED', 'PASSED', 'FAILED', 'WAIVED', 'WITHDRAWN'));
alter table training_record add constraint training_record_withdrawn_check
  check (state <> 'WITHDRAWN' or (reason is not null and withdrawn_by_id is not null and not open));
create table training_due_change (
  id uuid not null,
  record_id uuid not null,
  at timestamptz(3) not null,
  by_id uuid not null,
  from_day date null,
  to_day date null,
  reason text not null,
  primary key (id)
);
alter table training_due_change add constraint training_due_change_record_id_foreign foreign key (record_id) references training_record (id);
alter table training_due_change add constraint training_due_change_by_id_foreign foreign key (by_id) references staff (id);
create index training_due_change_of_record on training_due_change (record_id, at);
create trigger training_due_change_kept before update or delete on training_due_change
  for each row execute function refuse_change();
`);
  }
}
