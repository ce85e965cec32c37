import { Migration } from "@mikro-orm/migrations";

/** Whose move is next, counters for the side-bar, and the indexes of the queue's filters and orders. */
export class Queue extends Migration {
  override up(): void {
    this.addSql(turn);
    this.addSql(counters);
    this.addSql(indexes);
  }
}

const turn = /* sql */ `
alter table cases add column waits_on text not null default 'DESK';
update cases set waits_on = case state
  when 'AWAITING_CUSTOMER' then 'CUSTOMER'
  when 'VERIFYING' then case merchant_answer when 'WAITING' then 'MERCHANT' else 'DESK' end
  when 'AWAITING_APPROVAL' then case approvals_missing[1] when 'approval.second' then 'COMPLIANCE' else 'SUPERVISOR' end
  when 'REFUNDING' then case when exists (select from refund where case_id = cases.id and refund.state = 'FAILED') then 'DESK' else 'ACQUIRER' end
  when 'DECLINED' then 'CUSTOMER'
  when 'NEGOTIATING' then case when offer_minor is null then 'DESK' else 'CUSTOMER' end
  when 'AT_BANK' then case when exists (select from dispute where case_id = cases.id and dispute.state in ('INQUIRY', 'CHARGEBACK')) then 'DESK' else 'BANK' end
  when 'AT_AGENCY' then 'AGENCY'
  when 'CLOSED' then 'NOBODY'
  else 'DESK' end;
`;

const counters = /* sql */ `
create table case_count (
  scope text not null,
  scope_id uuid not null,
  state text not null,
  waits_on text not null,
  count bigint not null,
  primary key (scope, scope_id, state, waits_on)
);
create table case_count_delta (
  id bigserial primary key,
  state text not null,
  waits_on text not null,
  assignee_id uuid null,
  merchant_id uuid not null,
  institution_id uuid null,
  change int not null
);

-- Deltas are only added, so no transition waits for another's counter. Many cases written at once are one delta a kind.
create function count_new_cases() returns trigger language plpgsql as $$
begin
  insert into case_count_delta (state, waits_on, assignee_id, merchant_id, institution_id, change)
    select state, waits_on, assignee_id, merchant_id, institution_id, count(*) from written group by 1, 2, 3, 4, 5;
  return null;
end $$;
create trigger case_counted_new after insert on cases referencing new table as written
  for each statement execute function count_new_cases();

create function count_gone_case() returns trigger language plpgsql as $$
begin
  insert into case_count_delta (state, waits_on, assignee_id, merchant_id, institution_id, change)
    values (old.state, old.waits_on, old.assignee_id, old.merchant_id, old.institution_id, -1);
  return null;
end $$;
create trigger case_counted_gone after delete on cases for each row execute function count_gone_case();

create function count_moved_case() returns trigger language plpgsql as $$
begin
  insert into case_count_delta (state, waits_on, assignee_id, merchant_id, institution_id, change) values
    (old.state, old.waits_on, old.assignee_id, old.merchant_id, old.institution_id, -1),
    (new.state, new.waits_on, new.assignee_id, new.merchant_id, new.institution_id, 1);
  return null;
end $$;
create trigger case_counted_moved after update on cases for each row
  when ((old.state, old.waits_on, old.assignee_id, old.merchant_id, old.institution_id)
    is distinct from (new.state, new.waits_on, new.assignee_id, new.merchant_id, new.institution_id))
  execute function count_moved_case();

insert into case_count_delta (state, waits_on, assignee_id, merchant_id, institution_id, change)
  select state, waits_on, assignee_id, merchant_id, institution_id, count(*) from cases group by 1, 2, 3, 4, 5;
`;

const indexes = /* sql */ `
create index cases_open_turn_due on cases (waits_on, due_at, id) where closed_at is null;
create index cases_open_stage_due on cases (stage, due_at, id) where closed_at is null;
create index cases_amount on cases (currency, amount_minor desc, id desc);
-- What somebody has proposed is not theirs to approve, and is left out of what waits for them.
create index cases_proposed on cases (proposed_by_id) where state = 'AWAITING_APPROVAL';
`;
