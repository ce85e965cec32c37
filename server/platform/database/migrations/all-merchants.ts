import { Migration } from "@mikro-orm/migrations";

/**
 * The widest policy holds for the same in both languages; a label that a desk has given itself stays. What waits to be
 * agreed to shows the label that it was asked with, and so is told too; what was decided stays as whoever decided read it.
 */
export class AllMerchants extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
update policy set label = jsonb_set(label, '{en}', '"all merchants"')
  where name = 'default' and label @> '{"zh": "所有商户", "en": "everyone"}';
update approval_request set detail = jsonb_set(detail, '{labelEn}', '"all merchants"')
  where subject_kind = 'POLICY_VERSION' and state = 'OPEN'
    and detail @> '{"policy": "default", "labelZh": "所有商户", "labelEn": "everyone"}';
`);
  }
}
