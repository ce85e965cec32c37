import { Migration } from "@mikro-orm/migrations";

/** Keys with scopes and an end. Keys from before keep what their owner's role may do, for ninety days. */
export class ApiKeys extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
alter table api_key
  add column scopes text[],
  add column expires_at timestamptz(3),
  add column used_at timestamptz(3),
  add column revoked_by_id uuid,
  add column "key" uuid,
  add column key_days int;
update api_key set expires_at = now() + interval '90 days', key_days = 90, "key" = id, scopes = coalesce(
  (select role.permissions from staff join role on role.name = staff.role where staff.id = api_key.staff_id), '{}');
alter table api_key
  alter column scopes set not null,
  alter column expires_at set not null,
  alter column "key" set not null,
  alter column key_days set not null,
  add constraint api_key_revoked_by_id_foreign foreign key (revoked_by_id) references staff (id),
  add constraint api_key_revoked_by_check check (revoked_by_id is null or revoked_at is not null);
create unique index api_key_intent on api_key (staff_id, "key");
create index api_key_latest on api_key (created_at desc, id desc);
create index api_key_of_staff on api_key (staff_id, created_at desc, id desc);
alter table import_run
  add column api_key_id uuid,
  add constraint import_run_api_key_id_foreign foreign key (api_key_id) references api_key (id);
alter table evidence_ticket
  add column api_key_id uuid,
  add constraint evidence_ticket_api_key_id_foreign foreign key (api_key_id) references api_key (id);
`);
  }
}
