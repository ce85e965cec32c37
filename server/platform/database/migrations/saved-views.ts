import { Migration } from "@mikro-orm/migrations";

/** Names for addresses of the queue, and the indexes of the lists of refunds, disputes and referrals. */
export class SavedViews extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(indexes);
  }
}

const tables = /* sql */ `
create table saved_view (
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  address text not null,
  filter jsonb not null,
  shared boolean not null,
  created_at timestamptz(3) not null,
  primary key (id)
);
alter table saved_view add constraint saved_view_owner_id_foreign foreign key (owner_id) references staff (id);
alter table saved_view add constraint saved_view_owner_id_name_unique unique (owner_id, name);
create table view_order (
  staff_id uuid not null,
  home text null,
  places text[] not null,
  primary key (staff_id)
);
alter table view_order add constraint view_order_staff_id_foreign foreign key (staff_id) references staff (id);
create index saved_view_shared on saved_view (created_at, id) where shared;
`;

const indexes = /* sql */ `
create index refund_state_newest on refund (state, created_at desc, id desc);
create index refund_expected on refund (expected_on) where settled_at is null;
create index referral_state_newest on referral (state, lodged_at desc, id desc);
`;
