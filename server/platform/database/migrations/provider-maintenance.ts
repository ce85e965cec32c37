import { Migration } from "@mikro-orm/migrations";

/** When providers are sent nothing, by whose word, and what passed between them and the desk of late. */
export class ProviderMaintenance extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create table provider_maintenance (
        id uuid not null,
        provider text not null,
        starts_at timestamptz(3) not null,
        ends_at timestamptz(3) not null,
        reason_zh text not null,
        reason_en text not null,
        version int not null default 1,
        cancelled_at timestamptz(3) null,
        created_at timestamptz(3) not null,
        primary key (id)
      );
      create index provider_maintenance_of_provider on provider_maintenance (provider, ends_at desc, id desc);
      create table provider_maintenance_event (
        id uuid not null,
        maintenance_id uuid not null,
        kind text not null,
        actor_id uuid null,
        starts_at timestamptz(3) not null,
        ends_at timestamptz(3) not null,
        "at" timestamptz(3) not null,
        primary key (id)
      );
      alter table provider_maintenance_event add constraint provider_maintenance_event_maintenance_id_foreign
        foreign key (maintenance_id) references provider_maintenance (id);
      alter table provider_maintenance_event add constraint provider_maintenance_event_actor_id_foreign
        foreign key (actor_id) references staff (id);
      create index provider_maintenance_event_of_window on provider_maintenance_event (maintenance_id, "at", id);
      create trigger provider_maintenance_event_append_only before update or delete on provider_maintenance_event
        for each row execute function refuse_change();
      create index refund_attempt_latest on refund_attempt ("at" desc);
      create index refund_queued on refund (provider, id) where state = 'QUEUED';
    `);
  }
}
