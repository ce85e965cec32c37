import { Migration } from "@mikro-orm/migrations";

/** Webhook endpoints as administrators keep them: a secret that changes without a gap, and what was done by whom. */
export class Webhooks extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      alter table webhook_endpoint add column old_secret_until timestamptz(3) null;
      create unique index webhook_endpoint_once on webhook_endpoint (merchant_id, institution_id, provider, url) nulls not distinct;
      create index webhook_endpoint_latest on webhook_endpoint (created_at desc, id desc);
      create index notice_of_endpoint on notice (endpoint_id, created_at desc, id desc) where endpoint_id is not null;
      create index notice_needs_attention on notice (created_at desc, id desc) where state in ('DEAD', 'SUPPRESSED');
      create table webhook_endpoint_event (
        id uuid not null,
        endpoint_id uuid not null,
        kind text not null,
        actor_id uuid null,
        before text null,
        after text null,
        "at" timestamptz(3) not null,
        primary key (id)
      );
      alter table webhook_endpoint_event add constraint webhook_endpoint_event_endpoint_id_foreign
        foreign key (endpoint_id) references webhook_endpoint (id);
      alter table webhook_endpoint_event add constraint webhook_endpoint_event_actor_id_foreign
        foreign key (actor_id) references staff (id);
      create index webhook_endpoint_event_of_endpoint on webhook_endpoint_event (endpoint_id, "at" desc, id desc);
      create trigger webhook_endpoint_event_append_only before update or delete on webhook_endpoint_event
        for each row execute function refuse_change();
    `);
  }
}
