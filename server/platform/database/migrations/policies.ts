import { Migration } from "@mikro-orm/migrations";

/** Policies by scope, drafts with their life, tests kept with a policy, and who has read what. */
export class Policies extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(guards);
  }
}

const tables = /* sql */ `
create extension if not exists btree_gist;

create table policy (
  name text not null,
  scope text not null,
  value text not null,
  label jsonb not null,
  created_at timestamptz(3) not null,
  primary key (name)
);
-- One policy a scope, so that of one scope at most one version can be in force.
alter table policy add constraint policy_scope_value_unique unique (scope, value);
insert into policy (name, scope, value, label, created_at)
  values ('default', 'EVERYONE', '', '{"zh": "所有商户", "en": "everyone"}', '2025-01-01T00:00:00+08:00');

alter table policy_version
  add column minor int not null default 0,
  add column effective_until timestamptz(3) null,
  add column change_note text not null default '',
  add column author_ids text[] not null default '{}',
  add column approved_by_ids text[] not null default '{}',
  add column published_by_id uuid null;
alter table policy_version drop constraint policy_version_policy_version_unique;
alter table policy_version add constraint policy_version_policy_version_minor_unique unique (policy, version, minor);
alter table policy_version add constraint policy_version_policy_foreign foreign key (policy) references policy (name);
alter table policy_version add constraint policy_version_published_by_id_foreign foreign key (published_by_id) references staff (id);
-- No two versions of one policy decide at once, whatever program writes them.
alter table policy_version add constraint policy_version_one_at_a_time
  exclude using gist (policy with =, tstzrange(effective_from, effective_until) with &&);
create index policy_version_newest on policy_version (effective_from desc, id desc);

create table policy_draft (
  id uuid not null,
  policy text not null,
  revision int not null,
  state text not null,
  kind text not null,
  note text not null,
  content jsonb not null,
  content_hash text not null,
  base_version_id uuid null,
  author_ids text[] not null default '{}',
  approved_by_ids text[] not null default '{}',
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (id)
);
alter table policy_draft add constraint policy_draft_policy_foreign foreign key (policy) references policy (name);
alter table policy_draft add constraint policy_draft_base_version_id_foreign foreign key (base_version_id) references policy_version (id);
-- One text at a time is worked on, so that nobody publishes over what somebody else had approved.
create unique index policy_draft_open on policy_draft (policy) where state in ('DRAFT', 'IN_REVIEW', 'APPROVED');

create table policy_draft_event (
  id uuid not null,
  draft_id uuid not null,
  action text not null,
  actor_id uuid not null,
  content_hash text not null,
  note text null,
  at timestamptz(3) not null,
  primary key (id)
);
alter table policy_draft_event add constraint policy_draft_event_draft_id_foreign foreign key (draft_id) references policy_draft (id);
alter table policy_draft_event add constraint policy_draft_event_actor_id_foreign foreign key (actor_id) references staff (id);
create index policy_draft_event_draft on policy_draft_event (draft_id, "at");

create table policy_test (
  id uuid not null,
  policy text not null,
  name text not null,
  facts jsonb not null,
  expected text not null,
  case_number text null,
  created_by_id uuid not null,
  created_at timestamptz(3) not null,
  primary key (id)
);
alter table policy_test add constraint policy_test_policy_foreign foreign key (policy) references policy (name);
alter table policy_test add constraint policy_test_created_by_id_foreign foreign key (created_by_id) references staff (id);
create index policy_test_policy on policy_test (policy, id);

create table policy_attestation (
  staff_id uuid not null,
  policy_version_id uuid not null,
  content_hash text not null,
  at timestamptz(3) not null,
  primary key (staff_id, policy_version_id)
);
alter table policy_attestation add constraint policy_attestation_staff_id_foreign foreign key (staff_id) references staff (id);
alter table policy_attestation add constraint policy_attestation_policy_version_id_foreign foreign key (policy_version_id) references policy_version (id);
create index policy_attestation_version on policy_attestation (policy_version_id);

alter table decision add column choice jsonb null;
create index decision_version on decision (policy_version_id);
`;

const guards = /* sql */ `
-- A published version never changes and never goes; only its end may come, and never later than it was said to.
create function refuse_policy_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
    or (to_jsonb(new) - 'effective_until') is distinct from (to_jsonb(old) - 'effective_until')
    or new.effective_until is null
    or new.effective_until > coalesce(old.effective_until, 'infinity')
  then
    raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
drop trigger policy_version_append_only on policy_version;
create trigger policy_version_append_only before update or delete on policy_version
  for each row execute function refuse_policy_change();

-- What people are asked to agree to, and have agreed to, is the text that they read: outside DRAFT it does not change.
create function refuse_draft_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
    or old.state in ('PUBLISHED', 'DISCARDED')
    or new.policy is distinct from old.policy
    or (old.state <> 'DRAFT' and (new.content, new.content_hash, new.kind, new.author_ids)
      is distinct from (old.content, old.content_hash, old.kind, old.author_ids))
  then
    raise exception 'the text of a draft in state % is not changed', old.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger policy_draft_guard before update or delete on policy_draft
  for each row execute function refuse_draft_change();
create trigger policy_draft_event_append_only before update or delete on policy_draft_event
  for each row execute function refuse_change();
create trigger policy_attestation_append_only before update or delete on policy_attestation
  for each row execute function refuse_change();
`;
