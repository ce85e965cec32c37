import { Migration } from "@mikro-orm/migrations";

/** Courses, the rules that assign them, and who holds which. */
export class Training extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(guards);
  }
}

const tables = /* sql */ `
create table course (
  id uuid not null,
  code text not null,
  least_people int not null default 0,
  created_at timestamptz(3) not null,
  primary key (id)
);
alter table course add constraint course_code_unique unique (code);
create table course_version (
  id uuid not null,
  course_id uuid not null,
  "number" int not null,
  state text not null,
  content jsonb not null,
  content_hash text not null,
  revision int not null default 1,
  created_at timestamptz(3) not null,
  published_at timestamptz(3) null,
  published_by_id uuid null,
  certificates text null,
  primary key (id)
);
alter table course_version add constraint course_version_course_id_number_unique unique (course_id, "number");
create table training_rule (
  id uuid not null,
  course_id uuid not null,
  kind text not null,
  role text null,
  merchant_id uuid null,
  institution_id uuid null,
  joined_from date null,
  due_in_days int not null,
  days_ahead int null,
  created_at timestamptz(3) not null,
  created_by_id uuid null,
  ended_at timestamptz(3) null,
  primary key (id)
);
create table training_record (
  id uuid not null,
  staff_id uuid not null,
  course_id uuid not null,
  course_version_id uuid not null,
  state text not null,
  open boolean not null,
  cause text not null,
  occasion text null,
  assigned_at timestamptz(3) not null,
  assigned_by_id uuid null,
  due_on date null,
  opens_on date null,
  closes_on date null,
  valid_from date null,
  valid_until date null,
  started_at timestamptz(3) null,
  finished_at timestamptz(3) null,
  score int null,
  attempts_used int not null default 0,
  attempts_allowed int null,
  certificate_code text null,
  reason text null,
  waived_by_id uuid null,
  primary key (id)
);
alter table training_record add constraint training_record_occasion_unique unique (occasion);
alter table training_record add constraint training_record_certificate_code_unique unique (certificate_code);
create table training_attempt (
  id uuid not null,
  record_id uuid not null,
  course_version_id uuid not null,
  "number" int not null,
  seed text not null,
  started_at timestamptz(3) not null,
  submitted_at timestamptz(3) null,
  answers jsonb null,
  score int null,
  passed boolean null,
  primary key (id)
);
alter table training_attempt add constraint training_attempt_record_id_number_unique unique (record_id, "number");
create table training_reminder (
  record_id uuid not null,
  kind text not null,
  at timestamptz(3) not null,
  primary key (record_id, kind)
);
alter table course_version add constraint course_version_course_id_foreign foreign key (course_id) references course (id);
alter table course_version add constraint course_version_published_by_id_foreign foreign key (published_by_id) references staff (id);
alter table training_rule add constraint training_rule_course_id_foreign foreign key (course_id) references course (id);
alter table training_record add constraint training_record_staff_id_foreign foreign key (staff_id) references staff (id);
alter table training_record add constraint training_record_course_id_foreign foreign key (course_id) references course (id);
alter table training_record add constraint training_record_course_version_id_foreign foreign key (course_version_id) references course_version (id);
alter table training_attempt add constraint training_attempt_record_id_foreign foreign key (record_id) references training_record (id);
alter table training_attempt add constraint training_attempt_course_version_id_foreign foreign key (course_version_id) references course_version (id);
alter table training_reminder add constraint training_reminder_record_id_foreign foreign key (record_id) references training_record (id);
`;

const guards = /* sql */ `
create unique index course_version_one_draft on course_version (course_id) where state = 'DRAFT';
create unique index training_record_one_open on training_record (staff_id, course_id) where open;
create unique index training_attempt_one_open on training_attempt (record_id) where submitted_at is null;
-- What a person holds: asked with every request of theirs.
create index training_record_held on training_record (staff_id, course_id, valid_until) where state in ('PASSED', 'WAIVED');
create index training_record_assigned on training_record (assigned_at desc, id desc);
create index training_record_due on training_record (due_on) where open;
create index training_record_ends on training_record (valid_until) where state in ('PASSED', 'WAIVED');
alter table training_record add constraint training_record_state_check
  check (state in ('ASSIGNED', 'STARTED', 'PASSED', 'FAILED', 'WAIVED'));
alter table training_record add constraint training_record_held_from_check
  check ((state in ('PASSED', 'WAIVED')) = (valid_from is not null));
alter table training_record add constraint training_record_waiver_check check (state <> 'WAIVED' or reason is not null);
-- A published course and an attempt that was handed in are never changed; an attempt is never removed.
create function refuse_change_of_published() returns trigger language plpgsql as $$
begin
  if old.state = 'PUBLISHED' then
    raise exception 'a published course is never changed or removed' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger course_version_published before update or delete on course_version
  for each row execute function refuse_change_of_published();
create function refuse_change_of_submitted() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.submitted_at is not null then
    raise exception 'an attempt is kept as it was' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger training_attempt_kept before update or delete on training_attempt
  for each row execute function refuse_change_of_submitted();
`;
