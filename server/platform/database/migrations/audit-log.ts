import { Migration } from "@mikro-orm/migrations";

/** The log of all cases, by time, person and kind; and what came of verifying it. */
export class AuditLog extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create index case_event_newest on case_event (at desc, id desc);
      create index case_event_actor on case_event (actor_id, at desc, id desc) where actor_id is not null;
      create index case_event_kind on case_event (kind, at desc, id desc);
      create table audit_run (
        id uuid not null,
        cause text not null,
        started_at timestamptz(3) not null,
        ended_at timestamptz(3) not null,
        cases int not null,
        events int not null,
        checkpoint text null,
        fault text null,
        broken_case text null,
        broken_sequence int null,
        broken_event_id uuid null,
        money_faults int not null,
        money_reference text null,
        primary key (id),
        constraint audit_run_cause_check check (cause in ('COMMAND', 'NIGHTLY')),
        constraint audit_run_result_check check ((checkpoint is null) = (fault is not null))
      );
      create index audit_run_newest on audit_run (started_at desc, id desc);
      create trigger audit_run_append_only before update or delete on audit_run
        for each row execute function refuse_change();
    `);
  }
}
