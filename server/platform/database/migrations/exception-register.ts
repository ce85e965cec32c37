import { Migration } from "@mikro-orm/migrations";

/** What compliance said of exceptions; the exceptions themselves are read off the events, by an index of their kinds. */
export class ExceptionRegister extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create index case_event_may_be_exception on case_event (at desc, id desc)
        where kind in ('RECORD_CHECK', 'SETTLE_REFUND', 'APPROVE_REFUND', 'DECLINE_REQUEST');
      create table exception_note (
        id uuid not null,
        event_id uuid not null,
        number int not null,
        disposition text not null,
        note text not null,
        by_id uuid not null,
        at timestamptz(3) not null,
        primary key (id),
        constraint exception_note_event_id_number_unique unique (event_id, number),
        constraint exception_note_event_id_foreign foreign key (event_id) references case_event (id),
        constraint exception_note_by_id_foreign foreign key (by_id) references staff (id),
        constraint exception_note_disposition_check check (disposition in ('ACKNOWLEDGED', 'TO_FOLLOW_UP'))
      );
      create trigger exception_note_append_only before update or delete on exception_note
        for each row execute function refuse_change();
    `);
  }
}
