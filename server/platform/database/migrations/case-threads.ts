import { Migration } from "@mikro-orm/migrations";

/** What stands around a case's threads: messages that can still be taken back, mentions, templates; and cases put aside. */
export class CaseThreads extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
alter table cases add column snoozed_until timestamptz(3) null, add column snoozed_by_id uuid null;
alter table cases add constraint cases_snoozed_by_id_foreign foreign key (snoozed_by_id) references staff (id);
create index cases_snoozed on cases (snoozed_until) where snoozed_until is not null;

create table held_message (
  id uuid not null,
  case_id uuid not null,
  author_id uuid not null,
  "key" uuid not null,
  thread text not null,
  body text not null,
  input_hash text not null,
  state text not null,
  refusals jsonb null,
  sends_at timestamptz(3) not null,
  created_at timestamptz(3) not null,
  primary key (id)
);
alter table held_message add constraint held_message_author_id_key_unique unique (author_id, "key");
alter table held_message add constraint held_message_case_id_foreign foreign key (case_id) references cases (id);
alter table held_message add constraint held_message_author_id_foreign foreign key (author_id) references staff (id);
create index held_message_waiting on held_message (sends_at) where state = 'HELD';
create index held_message_open on held_message (case_id, author_id) where state in ('HELD', 'REFUSED');

create table case_mention (
  event_id uuid not null,
  staff_id uuid not null,
  case_id uuid not null,
  at timestamptz(3) not null,
  read_at timestamptz(3) null,
  primary key (event_id, staff_id)
);
alter table case_mention add constraint case_mention_staff_id_foreign foreign key (staff_id) references staff (id);
alter table case_mention add constraint case_mention_case_id_foreign foreign key (case_id) references cases (id);
create index case_mention_own on case_mention (staff_id, at, event_id);
create index case_mention_unread on case_mention (staff_id, case_id) where read_at is null;

create table message_template (
  id uuid not null,
  version int not null default 1,
  thread text not null,
  name_zh text not null,
  name_en text not null,
  body_zh text not null,
  body_en text not null,
  active boolean not null default true,
  changed_by_id uuid null,
  changed_at timestamptz(3) not null,
  primary key (id)
);
alter table message_template add constraint message_template_changed_by_id_foreign foreign key (changed_by_id) references staff (id);
`);
  }
}
