import { Migration } from "@mikro-orm/migrations";

/** What an administrator sets for the whole desk, beginning with what stood in the code, and who changed it. */
export class DeskSettings extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create table desk_settings (
        id int not null,
        name_zh text not null,
        name_en text not null,
        phone text null,
        email text null,
        currency text not null,
        time_zone text not null,
        version int not null default 1,
        primary key (id),
        constraint desk_settings_is_one_row check (id = 1)
      );
      insert into desk_settings (id, name_zh, name_en, currency, time_zone)
        values (1, '退款服务', 'Refund desk', 'CNY', 'Asia/Shanghai');
      create table desk_settings_event (
        id uuid not null,
        version int not null,
        actor_id uuid not null,
        changes jsonb not null,
        at timestamptz(3) not null,
        primary key (id),
        constraint desk_settings_event_version_unique unique (version)
      );
      alter table desk_settings_event add constraint desk_settings_event_actor_id_foreign
        foreign key (actor_id) references staff (id);
      create trigger desk_settings_event_append_only before update or delete on desk_settings_event
        for each row execute function refuse_change();
    `);
  }
}
