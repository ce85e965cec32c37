import { Migration } from "@mikro-orm/migrations";

/** Triages that lost their job are found again, and keys of long ago are forgotten. */
export class LostWork extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
alter table cases add column triage_asked_at timestamptz(3) null;
create index cases_triage on cases (triage_asked_at) where triage_asked_at is not null;
create index idempotency_key_created on idempotency_key (created_at);
create index import_run_waiting on import_run (started_at) where state in ('RECEIVING', 'QUEUED', 'RUNNING');
`);
  }
}
