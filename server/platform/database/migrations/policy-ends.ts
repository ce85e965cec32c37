import { Migration } from "@mikro-orm/migrations";

/**
 * A version that has not begun can be withdrawn: it ends where it would have begun, so that it decides nothing, and what it
 * was to take over from goes on. A span that is empty crosses no other, so that another may begin at that very time.
 */
export class PolicyEnds extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
-- Whether it took over from another, or began where nothing decided; as yet nothing else than another has ended any.
alter table policy_version add column displaces boolean not null default true;

create or replace function refuse_policy_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and (to_jsonb(new) - 'effective_until') is not distinct from (to_jsonb(old) - 'effective_until')
    and old.effective_until is distinct from old.effective_from
    and (case
      -- It ends, no later than it was said to; withdrawn is none that has decided.
      when new.effective_until <= coalesce(old.effective_until, 'infinity') then
        new.effective_until > new.effective_from
        or not exists (select from decision where policy_version_id = new.id)
      -- It goes on, since what was to take over has been withdrawn.
      else exists (select from policy_version next where next.policy = old.policy
        and next.effective_from = old.effective_until and next.effective_until = next.effective_from)
    end)
  then
    return new;
  end if;
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;
`);
  }
}
