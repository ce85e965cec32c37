import { Migration } from "@mikro-orm/migrations";

/** Changes of roles: proposed by one person, agreed to by another, and kept. */
export class RoleChanges extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
create table role_change (
  id uuid not null,
  role text not null,
  role_version int not null,
  before text[] not null,
  after text[] not null,
  proposer_id uuid not null,
  "key" uuid not null,
  reason text not null,
  state text not null,
  proposed_at timestamptz(3) not null,
  settled_at timestamptz(3) null,
  primary key (id)
);
alter table role_change
  add constraint role_change_role_foreign foreign key (role) references role (name),
  add constraint role_change_proposer_id_foreign foreign key (proposer_id) references staff (id),
  add constraint role_change_settled_check check ((state = 'PROPOSED') = (settled_at is null));
create unique index role_change_one_open on role_change (role) where state = 'PROPOSED';
create unique index role_change_key on role_change (proposer_id, "key");
create index role_change_latest on role_change (proposed_at desc, id desc);
`);
  }
}
