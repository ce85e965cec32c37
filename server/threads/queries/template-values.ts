import { formatMoney, money } from "../../kernel/money.ts";
import { policyInForce } from "../../policies/queries/policy-in-force.ts";
import type { Locale, RequestContext } from "../../request-context.ts";
import { casesInSight } from "../../staff/scope.ts";
import type { TemplateValues } from "../domain/template-fields.ts";

/** What templates are filled with, in both languages, from one case in sight; null where it is not there. */
export async function findTemplateValues(
  { db, actor, clock }: RequestContext,
  caseId: string,
): Promise<Readonly<Record<Locale, TemplateValues>> | null> {
  const found = await casesInSight(db, actor)
    .where("cases.id", "=", caseId)
    .innerJoin("merchant", "merchant.id", "cases.merchant_id")
    .leftJoin("customer", "customer.id", "cases.customer_id")
    .leftJoin("transaction", "transaction.id", "cases.transaction_id")
    .select([
      "cases.number",
      "cases.amount_minor",
      "cases.currency",
      "merchant.name as merchant",
      "merchant.name_zh as merchant_zh",
      "customer.name as customer",
      "transaction.card_last4",
      "transaction.voucher_number",
    ])
    .executeTakeFirst();
  if (found === undefined) return null;
  const now = clock.now();
  const { timeZone } = (await policyInForce(db, now)).content;
  const valuesIn = (locale: Locale): TemplateValues => ({
    "customer.name": found.customer,
    "case.number": found.number,
    amount: formatMoney(money(found.amount_minor, found.currency), locale),
    date: new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "zh-CN", { dateStyle: "long", timeZone }).format(now),
    "merchant.name": locale === "zh-CN" ? (found.merchant_zh ?? found.merchant) : found.merchant,
    "card.last4": found.card_last4,
    voucher: found.voucher_number,
  });
  return { "zh-CN": valuesIn("zh-CN"), en: valuesIn("en") };
}
