import { Migration } from "@mikro-orm/migrations";

/** The tables of the first release. Columns follow the entities (a test compares them); indexes, checks and triggers stand only here. */
export class FirstLight extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(guards);
  }
}

const tables = /* sql */ `
create table customer (
  id uuid not null,
  name text not null,
  phone text null,
  email text null,
  locale text not null,
  created_at timestamptz(3) not null,
  primary key (id)
);
create table evidence (
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  file_name text not null,
  media_type text not null,
  bytes int not null,
  sha256 text not null,
  uploaded_by_role text not null,
  uploaded_by_id uuid null,
  linked_at timestamptz(3) null,
  created_at timestamptz(3) not null,
  primary key (id)
);
alter table evidence add constraint evidence_case_id_sha256_unique unique (case_id, sha256);
create table evidence_content (
  evidence_id uuid not null,
  content bytea not null,
  primary key (evidence_id)
);
create table evidence_ticket (
  ticket_hash text not null,
  case_id uuid not null,
  kind text not null,
  file_name text not null,
  actor_role text not null,
  actor_id uuid null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3) null,
  primary key (ticket_hash)
);
create table idempotency_key (
  owner text not null,
  "key" uuid not null,
  "action" text not null,
  input_hash text not null,
  case_id uuid null,
  event_id uuid null,
  created_at timestamptz(3) not null,
  primary key (owner, "key")
);
create table import_run (
  id uuid not null,
  kind text not null,
  file_name text not null,
  state text not null,
  started_by_id uuid null,
  bytes_total bigint null,
  bytes_read bigint not null default '0',
  lines_read int not null default 0,
  rows_read int not null default 0,
  rows_new int not null default 0,
  rows_changed int not null default 0,
  rows_same int not null default 0,
  rows_bad int not null default 0,
  failure jsonb null,
  started_at timestamptz(3) not null,
  finished_at timestamptz(3) null,
  primary key (id)
);
create table import_error (
  run_id uuid not null,
  line int not null,
  problems jsonb not null,
  "row" text not null,
  primary key (run_id, line)
);
create table import_chunk (
  run_id uuid not null,
  starts_at bigint not null,
  content bytea not null,
  primary key (run_id, starts_at)
);
create table institution (
  id uuid not null,
  code text not null,
  name text not null,
  name_zh text null,
  created_at timestamptz(3) not null,
  primary key (id)
);
alter table institution add constraint institution_code_unique unique (code);
create table merchant (
  id uuid not null,
  merchant_number text not null,
  name text not null,
  name_zh text null,
  category_code text null,
  created_at timestamptz(3) not null,
  primary key (id)
);
alter table merchant add constraint merchant_merchant_number_unique unique (merchant_number);
create table policy_version (
  id uuid not null,
  policy text not null,
  version int not null,
  content jsonb not null,
  content_hash text not null,
  effective_from timestamptz(3) not null,
  published_at timestamptz(3) not null,
  primary key (id)
);
alter table policy_version add constraint policy_version_policy_version_unique unique (policy, version);
create table staff (
  id uuid not null,
  login_id text null,
  email text not null,
  name text not null,
  role text not null,
  merchant_id uuid null,
  institution_id uuid null,
  active boolean not null default true,
  created_at timestamptz(3) not null,
  primary key (id)
);
alter table staff add constraint staff_login_id_unique unique (login_id);
alter table staff add constraint staff_email_unique unique (email);
create table api_key (
  id uuid not null,
  staff_id uuid not null,
  name text not null,
  key_hash text not null,
  created_at timestamptz(3) not null,
  revoked_at timestamptz(3) null,
  primary key (id)
);
alter table api_key add constraint api_key_key_hash_unique unique (key_hash);
create table terminal (
  id uuid not null,
  merchant_id uuid not null,
  terminal_number text not null,
  created_at timestamptz(3) not null,
  primary key (id)
);
alter table terminal add constraint terminal_merchant_id_terminal_number_unique unique (merchant_id, terminal_number);
create table transaction (
  id uuid not null,
  acquirer_reference text not null,
  merchant_id uuid not null,
  terminal_id uuid null,
  kind text not null,
  voucher_number text null,
  retrieval_reference text null,
  authorization_code text null,
  network text not null,
  card_first6 text null,
  card_last4 text not null,
  entry_mode text null,
  response_code text null,
  currency text not null,
  captured_minor bigint not null,
  refunded_minor bigint not null default '0',
  in_flight_minor bigint not null default '0',
  charged_back_minor bigint not null default '0',
  processed_at timestamptz(3) not null,
  settled_at timestamptz(3) null,
  created_at timestamptz(3) not null,
  primary key (id)
);
alter table transaction add constraint transaction_acquirer_reference_unique unique (acquirer_reference);
create table cases (
  id uuid not null,
  number text not null,
  version int not null default 1,
  state text not null,
  stage text not null,
  outcome text null,
  origin text not null,
  channel text not null,
  reason text not null,
  currency text not null,
  amount_minor bigint not null,
  transaction_id uuid null,
  merchant_id uuid not null,
  customer_id uuid null,
  assignee_id uuid null,
  institution_id uuid null,
  opened_at timestamptz(3) not null,
  closed_at timestamptz(3) null,
  due_at timestamptz(3) not null,
  returns_to text null,
  merchant_answer text not null default 'NOT_ASKED',
  proposed_by_id uuid null,
  proposed_minor bigint null,
  approvals_missing text[] not null default '{}',
  approved_by_ids text[] not null default '{}',
  offer_minor bigint null,
  offer_by_id uuid null,
  settles_as text null,
  link_hash text null,
  link_expires_at timestamptz(3) null,
  chain_head text not null,
  event_count int not null,
  primary key (id)
);
alter table cases add constraint cases_number_unique unique (number);
alter table cases add constraint cases_link_hash_unique unique (link_hash);
create table refund (
  id uuid not null,
  case_id uuid not null,
  transaction_id uuid not null,
  kind text not null,
  mode text not null,
  state text not null,
  currency text not null,
  amount_minor bigint not null,
  provider text not null,
  instruction_key uuid not null,
  provider_reference text null,
  failure_code text null,
  failure_retryable boolean null,
  holds_money boolean not null,
  expected_on text null,
  created_at timestamptz(3) not null,
  next_step_at timestamptz(3) null,
  settled_at timestamptz(3) null,
  primary key (id)
);
alter table refund add constraint refund_instruction_key_unique unique (instruction_key);
create table refund_attempt (
  id uuid not null,
  refund_id uuid not null,
  "at" timestamptz(3) not null,
  instruction_key uuid not null,
  operation text not null,
  answer text not null,
  code text null,
  duration_ms int null,
  primary key (id)
);
create table referral (
  id uuid not null,
  case_id uuid not null,
  agency text not null,
  reference text null,
  state text not null,
  outcome text null,
  lodged_at timestamptz(3) not null,
  ended_at timestamptz(3) null,
  primary key (id)
);
create table dispute (
  id uuid not null,
  case_id uuid not null,
  reference text null,
  network text not null,
  reason_code text not null,
  reason_text text null,
  state text not null,
  currency text not null,
  amount_minor bigint not null,
  charged_back_minor bigint not null default '0',
  ruling text null,
  opened_at timestamptz(3) not null,
  respond_by timestamptz(3) null,
  closed_at timestamptz(3) null,
  reported_status text null,
  content_hash text null,
  primary key (id)
);
alter table dispute add constraint dispute_reference_unique unique (reference);
create table decision (
  id uuid not null,
  case_id uuid not null,
  policy_version_id uuid not null,
  facts jsonb not null,
  outcome text not null,
  row_number int null,
  straight_through boolean not null,
  trace jsonb not null,
  "at" timestamptz(3) not null,
  primary key (id)
);
create table case_message (
  id uuid not null,
  event_id uuid not null,
  case_id uuid not null,
  thread text not null,
  body text not null,
  salt text not null,
  primary key (id)
);
create table case_event (
  id uuid not null,
  case_id uuid not null,
  sequence int not null,
  kind text not null,
  from_state text null,
  to_state text not null,
  actor_role text not null,
  actor_id uuid null,
  "at" timestamptz(3) not null,
  data jsonb not null,
  previous_hash text not null,
  hash text not null,
  primary key (id)
);
alter table case_event add constraint case_event_case_id_sequence_unique unique (case_id, sequence);
create table case_clock (
  id uuid not null,
  case_id uuid not null,
  rule text not null,
  rule_version int not null,
  state text not null,
  started_at timestamptz(3) not null,
  due_at timestamptz(3) null,
  due_at_given boolean not null default false,
  paused_at timestamptz(3) null,
  paused_ms bigint not null default '0',
  ended_at timestamptz(3) null,
  primary key (id)
);
create table case_check (
  case_id uuid not null,
  kind text not null,
  outcome text not null,
  automatic boolean not null,
  basis text not null,
  by_id uuid null,
  reason text null,
  "at" timestamptz(3) not null,
  primary key (case_id, kind)
);
alter table import_error add constraint import_error_run_id_foreign foreign key (run_id) references import_run (id);
alter table import_chunk add constraint import_chunk_run_id_foreign foreign key (run_id) references import_run (id);
alter table api_key add constraint api_key_staff_id_foreign foreign key (staff_id) references staff (id);
alter table terminal add constraint terminal_merchant_id_foreign foreign key (merchant_id) references merchant (id);
alter table transaction add constraint transaction_merchant_id_foreign foreign key (merchant_id) references merchant (id);
alter table transaction add constraint transaction_terminal_id_foreign foreign key (terminal_id) references terminal (id);
alter table cases add constraint cases_transaction_id_foreign foreign key (transaction_id) references transaction (id);
alter table cases add constraint cases_merchant_id_foreign foreign key (merchant_id) references merchant (id);
alter table cases add constraint cases_customer_id_foreign foreign key (customer_id) references customer (id);
alter table cases add constraint cases_assignee_id_foreign foreign key (assignee_id) references staff (id);
alter table cases add constraint cases_institution_id_foreign foreign key (institution_id) references institution (id);
alter table cases add constraint cases_proposed_by_id_foreign foreign key (proposed_by_id) references staff (id);
alter table cases add constraint cases_offer_by_id_foreign foreign key (offer_by_id) references staff (id);
alter table refund add constraint refund_case_id_foreign foreign key (case_id) references cases (id);
alter table refund add constraint refund_transaction_id_foreign foreign key (transaction_id) references transaction (id);
alter table refund_attempt add constraint refund_attempt_refund_id_foreign foreign key (refund_id) references refund (id);
alter table referral add constraint referral_case_id_foreign foreign key (case_id) references cases (id);
alter table dispute add constraint dispute_case_id_foreign foreign key (case_id) references cases (id);
alter table decision add constraint decision_case_id_foreign foreign key (case_id) references cases (id);
alter table decision add constraint decision_policy_version_id_foreign foreign key (policy_version_id) references policy_version (id);
alter table case_message add constraint case_message_case_id_foreign foreign key (case_id) references cases (id);
alter table case_event add constraint case_event_case_id_foreign foreign key (case_id) references cases (id);
alter table case_clock add constraint case_clock_case_id_foreign foreign key (case_id) references cases (id);
alter table case_check add constraint case_check_case_id_foreign foreign key (case_id) references cases (id);
`;

const guards = /* sql */ `
-- The guard against paying twice: whatever runs at once, no counter can pass what was captured.
alter table transaction add constraint transaction_money_check
  check (captured_minor >= 0 and refunded_minor >= 0 and in_flight_minor >= 0 and charged_back_minor >= 0
    and refunded_minor + in_flight_minor + charged_back_minor <= captured_minor);
alter table cases add constraint cases_amount_check check (amount_minor > 0);
alter table refund add constraint refund_amount_check check (amount_minor > 0);
alter table dispute add constraint dispute_amount_check
  check (amount_minor > 0 and charged_back_minor >= 0 and charged_back_minor <= amount_minor);

-- Uploads are read once and thrown away: compressing them costs more than it saves.
alter table import_chunk alter column content set storage external;
alter table evidence_content alter column content set storage external;

create sequence case_number;

-- The queue: open cases by time left, for the desk and for each scope. Keyset pages compare (due_at, id).
create index cases_open_due on cases (due_at, id) where closed_at is null;
create index cases_open_assignee_due on cases (assignee_id, due_at, id) where closed_at is null;
create index cases_open_merchant_due on cases (merchant_id, due_at, id) where closed_at is null;
create index cases_open_institution_due on cases (institution_id, due_at, id) where closed_at is null;
create index cases_open_state_due on cases (state, due_at, id) where closed_at is null;
create index cases_newest on cases (opened_at desc, id desc);
create index cases_transaction on cases (transaction_id);
create index cases_merchant on cases (merchant_id, opened_at desc, id desc);
create index cases_institution on cases (institution_id, opened_at desc, id desc) where institution_id is not null;
create index cases_customer on cases (customer_id);

-- text_pattern_ops: also looked up from its beginning, while somebody types.
create index transaction_voucher on transaction (voucher_number text_pattern_ops) where voucher_number is not null;
create index transaction_rrn on transaction (retrieval_reference text_pattern_ops) where retrieval_reference is not null;
create index transaction_last4 on transaction (card_last4, processed_at desc);
create index transaction_merchant on transaction (merchant_id, processed_at desc, id desc);
create index transaction_newest on transaction (processed_at desc, id desc);
create index evidence_case on evidence (case_id, created_at);
create index evidence_ticket_case on evidence_ticket (case_id);
create index case_message_case on case_message (case_id);
create index case_message_event on case_message (event_id);
create index case_clock_case on case_clock (case_id);
-- Ran out, and not done after all: what follows from it may still be to do.
create index case_clock_overdue on case_clock (rule, id) where state = 'BREACHED' and ended_at is null;
create index case_clock_due on case_clock (due_at) where state = 'RUNNING';
create index decision_case on decision (case_id, at desc);
create index refund_case on refund (case_id);
create index refund_newest on refund (created_at desc, id desc);
create index refund_transaction on refund (transaction_id);
create index refund_next_step on refund (next_step_at) where state in ('QUEUED', 'SUBMITTED', 'PROCESSING', 'UNKNOWN');
create index refund_attempt_refund on refund_attempt (refund_id, "at");
create index dispute_case on dispute (case_id);
create index dispute_newest on dispute (opened_at desc, id desc);
create index referral_case on referral (case_id);
create index referral_newest on referral (lodged_at desc, id desc);
create index import_run_newest on import_run (started_at desc);

-- No event is ever changed or removed, by whatever program.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger case_event_append_only before update or delete on case_event
  for each row execute function refuse_change();
create trigger case_event_no_truncate before truncate on case_event
  for each statement execute function refuse_change();
create trigger decision_append_only before update or delete on decision
  for each row execute function refuse_change();
create trigger policy_version_append_only before update or delete on policy_version
  for each row execute function refuse_change();
`;
