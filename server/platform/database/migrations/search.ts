import { Migration } from "@mikro-orm/migrations";

/** What search everywhere stands on: names by their parts, the newest case first, and numbers by their ends. */
export class Search extends Migration {
  override up(): void {
    this.addSql(terms);
    this.addSql(upkeep);
    this.addSql(indexes);
  }
}

/**
 * The terms of a name, as `desk/domain/name-terms.ts` makes them of what somebody types (a test compares the two): of Chinese every
 * two, three and four characters that follow each other, of other words their beginnings from three letters on.
 */
const terms = String.raw /* sql */`
create function name_terms(name text) returns text[] language sql immutable strict parallel safe as $$
  with folded as (
    select lower(regexp_replace(normalize(name, nfkd), '[\u0300-\u036f]', '', 'g') collate "C") as text
  ),
  han as (
    select found[1] as run from folded, regexp_matches(text, '[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]{2,}', 'g') found
  ),
  word as (
    select found[1] as run from folded,
      regexp_matches(text, '[^\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+', 'g') found
  )
  select coalesce(array_agg(term), '{}') from (
    select substr(run, at, size) as term from han, generate_series(2, 4) size, generate_series(1, char_length(run) - size + 1) at
    union
    select substr(run, 1, size) from word, generate_series(least(3, char_length(run)), least(12, char_length(run))) size
  ) all_terms
$$;

-- One row a term and case: read backwards from a term it gives the newest cases first and stops after a page, however many
-- people share a name. Derived from customer and cases by the triggers below; nothing else writes it.
create table case_name_term (
  term text not null,
  opened_at timestamptz(3) not null,
  case_id uuid not null,
  primary key (term, opened_at, case_id)
);
insert into case_name_term (term, opened_at, case_id)
  select term, cases.opened_at, cases.id from cases join customer on customer.id = cases.customer_id, unnest(name_terms(customer.name)) term;
`;

const upkeep = /* sql */ `
create function write_terms_of_new_cases() returns trigger language plpgsql as $$
begin
  insert into case_name_term (term, opened_at, case_id)
    select term, written.opened_at, written.id
    from written join customer on customer.id = written.customer_id, unnest(name_terms(customer.name)) term;
  return null;
end $$;
create trigger case_terms_written after insert on cases referencing new table as written
  for each statement execute function write_terms_of_new_cases();

create function rewrite_terms_of_case() returns trigger language plpgsql as $$
begin
  delete from case_name_term using customer, unnest(name_terms(customer.name)) gone
    where customer.id = old.customer_id
      and case_name_term.term = gone and case_name_term.opened_at = old.opened_at and case_name_term.case_id = old.id;
  if tg_op = 'UPDATE' then
    insert into case_name_term (term, opened_at, case_id)
      select term, new.opened_at, new.id from customer, unnest(name_terms(customer.name)) term where customer.id = new.customer_id;
  end if;
  return null;
end $$;
create trigger case_terms_moved after update of customer_id, opened_at on cases for each row
  when ((old.customer_id, old.opened_at) is distinct from (new.customer_id, new.opened_at)) execute function rewrite_terms_of_case();
create trigger case_terms_gone after delete on cases for each row execute function rewrite_terms_of_case();

-- A name that was corrected is found by the new one only, and a name that was erased by none.
create function rewrite_terms_of_customer() returns trigger language plpgsql as $$
begin
  delete from case_name_term using cases, unnest(name_terms(old.name)) gone
    where cases.customer_id = old.id
      and case_name_term.term = gone and case_name_term.opened_at = cases.opened_at and case_name_term.case_id = cases.id;
  insert into case_name_term (term, opened_at, case_id)
    select term, cases.opened_at, cases.id from cases, unnest(name_terms(new.name)) term where cases.customer_id = new.id;
  return null;
end $$;
create trigger customer_terms_written after update of name on customer for each row
  when (old.name is distinct from new.name) execute function rewrite_terms_of_customer();
`;

const indexes = /* sql */ `
-- Shops are few, and shown before their cases: an array of terms under GIN serves both of their names.
create index merchant_terms on merchant using gin ((name_terms(name) || name_terms(coalesce(name_zh, ''))));
-- A telephone is known by its last digits, so it is looked up from its end.
create index customer_phone_end on customer (reverse(phone) text_pattern_ops) where phone is not null;
-- A voucher number comes back on every terminal: the latest first.
create index transaction_voucher_newest on transaction (voucher_number, processed_at desc, id desc) where voucher_number is not null;
`;
