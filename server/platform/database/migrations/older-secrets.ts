import { Migration } from "@mikro-orm/migrations";

/** A secret that is replaced twice within a day goes on signing: its receiver may never have seen the one between. */
export class OlderSecrets extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      alter table webhook_endpoint add column old_secret_from int null;
      update webhook_endpoint set old_secret_from = secret_version - 1 where old_secret_until is not null;
`);
  }
}
