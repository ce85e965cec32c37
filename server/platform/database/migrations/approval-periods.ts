import { Migration } from "@mikro-orm/migrations";

/** What waited before requests lapsed by the clock has a whole period from now on; nothing lapses at the first sweep by surprise. */
export class ApprovalPeriods extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
update approval_request
set expires_at = now() + interval '7 days', version = version + 1
where state = 'OPEN' and expires_at < now() + interval '7 days';
`);
  }
}
