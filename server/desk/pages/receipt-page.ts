import { formatMoney, money } from "../../kernel/money.ts";
import { type Html, html } from "../../platform/http/html.ts";
import { dayInWords } from "../domain/days-in-words.ts";
import { receiptText as t } from "../domain/tracked-page-text.ts";
import type { TrackedCaseType } from "../tracked-case.type.ts";
import { type PageReader, sayIn } from "./tracked-page.ts";

/** What went back, to be printed. Null while nothing has. */
export function receiptPage(tracked: TrackedCaseType, { locale, token, now }: PageReader): Html | null {
  const { refund, refundedOn, paidOn, cardLast4 } = tracked;
  if (refund === null || refundedOn === null) return null;
  const say = sayIn(locale);
  const facts = [
    [t.number, tracked.number],
    [t.merchant, tracked.merchantName],
    [t.paidOn, paidOn === null ? null : say(dayInWords(paidOn, now))],
    [t.refunded, formatMoney(money(refund.minor, refund.currency), locale)],
    [t.card, cardLast4],
    [t.refundedOn, say(dayInWords(refundedOn, now))],
  ] as const;
  return html`<h1>${say(t.title)}</h1>
<section><dl>${facts.flatMap(([name, value]) => (value === null ? [] : [html`<dt>${say(name)}</dt><dd>${value}</dd>`]))}</dl></section>
<p class="soft number">${say(t.note)}</p>
<p><a class="way" href="/r/${token}">${say(t.back)}</a></p>`;
}
