import { Migration } from "@mikro-orm/migrations";

/** The widest policy holds for the same in both languages; a label that a desk has given itself stays. */
export class AllMerchants extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
update policy set label = jsonb_set(label, '{en}', '"all merchants"')
  where name = 'default' and label @> '{"zh": "所有商户", "en": "everyone"}';
`);
  }
}
