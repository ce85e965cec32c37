import { Migration } from "@mikro-orm/migrations";

/** A waiver is withdrawn with a reason and a moment that stand beside its own; those of an assignment move to the same place. */
export class WaiversWithdrawn extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
alter table training_record add column withdrawal_reason text null;
alter table training_record add column withdrawn_at timestamptz(3) null;
alter table training_record drop constraint training_record_withdrawn_check;
update training_record set withdrawal_reason = reason, reason = null, withdrawn_at = coalesce(finished_at, assigned_at)
  where state = 'WITHDRAWN';
alter table training_record add constraint training_record_withdrawn_check
  check (state <> 'WITHDRAWN'
    or (withdrawal_reason is not null and withdrawn_by_id is not null and withdrawn_at is not null and not open));
-- From when to when a waiver was given stays on it; every reader of days asks for the state.
alter table training_record drop constraint training_record_held_from_check;
alter table training_record add constraint training_record_held_from_check
  check (state = 'WITHDRAWN' or (state in ('PASSED', 'WAIVED')) = (valid_from is not null));
`);
  }
}
