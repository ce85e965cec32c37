import { Migration } from "@mikro-orm/migrations";

/** What waits for somebody's agreement, who gave it, and who stands in for whom. */
export class Approvals extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(guards);
    this.addSql(askedBefore);
  }
}

const tables = /* sql */ `
create table delegation (
  id uuid not null,
  staff_id uuid not null,
  delegate_id uuid not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  revoked_at timestamptz(3) null,
  created_at timestamptz(3) not null,
  primary key (id)
);
create table approval_request (
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  case_id uuid null,
  version int not null default 1,
  state text not null,
  proposer_id uuid null,
  barred jsonb not null,
  needs text[] not null,
  missing text[] not null,
  currency text null,
  amount_minor bigint null,
  detail jsonb not null,
  reason text null,
  opened_at timestamptz(3) not null,
  escalates_at timestamptz(3) not null,
  escalated_at timestamptz(3) null,
  expires_at timestamptz(3) not null,
  closed_at timestamptz(3) null,
  primary key (id)
);
create table approval_decision (
  id uuid not null,
  request_id uuid not null,
  staff_id uuid not null,
  for_id uuid null,
  level text not null,
  verdict text not null,
  note text null,
  "key" uuid not null,
  "at" timestamptz(3) not null,
  primary key (id)
);
alter table delegation add constraint delegation_staff_id_foreign foreign key (staff_id) references staff (id);
alter table delegation add constraint delegation_delegate_id_foreign foreign key (delegate_id) references staff (id);
alter table approval_request add constraint approval_request_proposer_id_foreign foreign key (proposer_id) references staff (id);
alter table approval_decision add constraint approval_decision_request_id_foreign foreign key (request_id) references approval_request (id);
alter table approval_decision add constraint approval_decision_staff_id_foreign foreign key (staff_id) references staff (id);
alter table approval_decision add constraint approval_decision_for_id_foreign foreign key (for_id) references staff (id);
`;

const guards = /* sql */ `
alter table delegation add constraint delegation_span_check check (ends_at > starts_at and delegate_id <> staff_id);
create index delegation_delegate on delegation (delegate_id, ends_at) where revoked_at is null;
create index delegation_staff on delegation (staff_id, ends_at);

alter table approval_request add constraint approval_request_needs_check
  check (cardinality(needs) > 0 and (state <> 'OPEN' or cardinality(missing) > 0) and (state = 'OPEN') = (closed_at is null)
    and (amount_minor is null) = (currency is null));
create unique index approval_request_one_open on approval_request (subject_kind, subject_id) where state = 'OPEN';
-- The inbox: what waits at a level, soonest to lapse first. Keyset pages compare (expires_at, id).
create index approval_request_waiting on approval_request ((missing[1]), expires_at, id) where state = 'OPEN';
create index approval_request_open on approval_request (expires_at, id) where state = 'OPEN';
create index approval_request_escalates on approval_request (escalates_at) where state = 'OPEN' and escalated_at is null;
create index approval_request_proposer on approval_request (proposer_id, opened_at desc, id desc);
create index approval_request_closed on approval_request (opened_at desc, id desc) where state <> 'OPEN';
create index approval_request_case on approval_request (case_id) where case_id is not null;

-- One person speaks once, and a key of theirs says one thing.
create unique index approval_decision_once on approval_decision (request_id, staff_id);
create unique index approval_decision_key on approval_decision (staff_id, "key");
create index approval_decision_request on approval_decision (request_id, "at");
create trigger approval_decision_append_only before update or delete on approval_decision
  for each row execute function refuse_change();

-- The last line: whatever program writes it, nobody is on both sides of a request, nor behind somebody who is.
create function refuse_both_sides() returns trigger language plpgsql as $$
begin
  if exists (
    select from approval_request r
    where r.id = new.request_id and (
      r.proposer_id in (new.staff_id, new.for_id)
      or exists (select from jsonb_array_elements(r.barred) b where (b ->> 'staffId')::uuid in (new.staff_id, new.for_id))
      or exists (
        select from approval_decision d where d.request_id = r.id
          and (d.staff_id in (new.staff_id, new.for_id) or d.for_id in (new.staff_id, new.for_id)))
    )
  ) then
    raise exception 'one person cannot be on both sides of approval %', new.request_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger approval_decision_two_people before insert on approval_decision
  for each row execute function refuse_both_sides();
`;

/** Refunds that waited already before requests were rows of their own. */
const askedBefore = /* sql */ `
insert into approval_request (id, subject_kind, subject_id, case_id, state, proposer_id, barred, needs, missing,
  currency, amount_minor, detail, opened_at, escalates_at, expires_at)
select gen_random_uuid(), 'REFUND', refund.id, cases.id, 'OPEN', cases.proposed_by_id, '[]', cases.approvals_missing,
  cases.approvals_missing, refund.currency, refund.amount_minor, jsonb_build_object('caseNumber', cases.number),
  refund.created_at, refund.created_at + interval '1 day', refund.created_at + interval '7 days'
from cases join refund on refund.case_id = cases.id and refund.state = 'AWAITING_APPROVAL'
where cases.state = 'AWAITING_APPROVAL' and cardinality(cases.approvals_missing) > 0;
`;
