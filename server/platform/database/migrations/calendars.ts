import { Migration } from "@mikro-orm/migrations";

/** What the desk knows better than the calendars that come with the software, and who said so. */
export class Calendars extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create table calendar (
        id text not null,
        version int not null default 1,
        primary key (id)
      );
      insert into calendar (id) values ('CN'), ('WEEKDAYS'), ('EVERY_DAY');
      create table calendar_day (
        calendar_id text not null,
        day text not null,
        working boolean not null,
        name text not null,
        name_zh text not null,
        primary key (calendar_id, day)
      );
      alter table calendar_day add constraint calendar_day_calendar_id_foreign foreign key (calendar_id) references calendar (id);
      create table calendar_event (
        id uuid not null,
        calendar_id text not null,
        day text not null,
        kind text not null,
        working boolean null,
        name text null,
        name_zh text null,
        reason text not null,
        later int not null,
        kept int not null,
        actor_id uuid not null,
        at timestamptz(3) not null,
        primary key (id)
      );
      alter table calendar_event add constraint calendar_event_calendar_id_foreign
        foreign key (calendar_id) references calendar (id);
      alter table calendar_event add constraint calendar_event_actor_id_foreign foreign key (actor_id) references staff (id);
      create index calendar_event_of_calendar on calendar_event (calendar_id, at desc, id desc);
      create trigger calendar_event_append_only before update or delete on calendar_event
        for each row execute function refuse_change();
    `);
  }
}
