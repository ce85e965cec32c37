import { Migration } from "@mikro-orm/migrations";

/** How merchants and terminals stand, and what was done to the desk's registers and by whom. */
export class Registry extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      alter table merchant add column state text not null default 'OPEN';
      alter table merchant add column version int not null default 1;
      alter table merchant add constraint merchant_state_check check (state in ('OPEN', 'SUSPENDED', 'CLOSED'));
      alter table terminal add column closed_at timestamptz(3) null;
      alter table institution add column version int not null default 1;
      create index merchant_by_name on merchant (name, id);
      create index terminal_by_number on terminal (terminal_number);
      create table registry_event (
        id uuid not null,
        merchant_id uuid null,
        institution_id uuid null,
        kind text not null,
        actor_id uuid null,
        changes jsonb not null,
        reason text null,
        at timestamptz(3) not null,
        primary key (id),
        constraint registry_event_of_one check (num_nonnulls(merchant_id, institution_id) = 1)
      );
      alter table registry_event add constraint registry_event_merchant_id_foreign
        foreign key (merchant_id) references merchant (id);
      alter table registry_event add constraint registry_event_institution_id_foreign
        foreign key (institution_id) references institution (id);
      alter table registry_event add constraint registry_event_actor_id_foreign foreign key (actor_id) references staff (id);
      create index registry_event_of_merchant on registry_event (merchant_id, at desc, id desc) where merchant_id is not null;
      create index registry_event_of_institution on registry_event (institution_id, at desc, id desc)
        where institution_id is not null;
      create trigger registry_event_append_only before update or delete on registry_event
        for each row execute function refuse_change();
    `);
  }
}
