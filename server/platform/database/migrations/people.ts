import { Migration } from "@mikro-orm/migrations";

/** People who come, change duties, pause and go: invitations as hashes, and who did what to whom. */
export class People extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
alter table staff
  add column version int not null default 1,
  add column suspended_at timestamptz(3) null,
  add column invited_at timestamptz(3) null;
create table staff_invitation (
  id uuid not null,
  staff_id uuid not null,
  token_hash text not null,
  expires_at timestamptz(3) not null,
  created_at timestamptz(3) not null,
  used_at timestamptz(3) null,
  primary key (id)
);
create table staff_event (
  id uuid not null,
  staff_id uuid not null,
  kind text not null,
  actor_id uuid null,
  role text not null,
  reason text null,
  moved_cases int null,
  at timestamptz(3) not null,
  primary key (id)
);
alter table staff_invitation
  add constraint staff_invitation_token_hash_unique unique (token_hash),
  add constraint staff_invitation_staff_id_foreign foreign key (staff_id) references staff (id);
alter table staff_event
  add constraint staff_event_staff_id_foreign foreign key (staff_id) references staff (id),
  add constraint staff_event_actor_id_foreign foreign key (actor_id) references staff (id);
create index staff_invitation_staff_id on staff_invitation (staff_id);
create index staff_event_of_one on staff_event (staff_id, at desc, id desc);
create index staff_by_name on staff (name, id);
`);
  }
}
