import { Migration } from "@mikro-orm/migrations";

/** What ran out, the latest first, is read off the events; a page must not read all of them. */
export class SupervisorDesk extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create index case_event_breach on case_event (at desc, id desc) where kind = 'RECORD_CLOCK_BREACH';
    `);
  }
}
