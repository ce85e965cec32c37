import { deskDay } from "../../kernel/desk-day.ts";
import { formatMoney } from "../../kernel/money.ts";
import { type Html, html } from "../../platform/http/html.ts";
import { dayOnPaper } from "../domain/days-in-words.ts";
import { receiptText as t } from "../domain/tracked-page-text.ts";
import type { TrackedCase } from "../queries/find-tracked-case.ts";
import type { TrackedCaseType } from "../tracked-case.type.ts";
import { keptWhole } from "./kept-whole.ts";
import { type PageReader, sayIn } from "./tracked-page.ts";

/** What went back, to be printed and shown to a bank: each time by itself, as its statement shows it. Null while nothing has. */
export function receiptPage(
  tracked: TrackedCaseType,
  { settled, slip }: Pick<TrackedCase, "settled" | "slip">,
  { locale, token }: PageReader,
): Html | null {
  const { paidOn, cardLast4 } = tracked;
  if (settled.length === 0) return null;
  const say = sayIn(locale);
  const toCard = settled.some(({ isOutside }) => !isOutside);
  const facts = [
    [t.number, whole(tracked.number)],
    [t.merchant, tracked.merchantName],
    [t.paidOn, paidOn === null ? null : keptWhole(say(dayOnPaper(paidOn)))],
    [t.voucher, whole(slip.voucherNumber)],
    [t.reference, whole(slip.retrievalReference)],
    [t.card, toCard ? cardLast4 : null],
    ...settled
      .toReversed()
      .flatMap(({ amount, settledAt }) => [
        [t.refunded, formatMoney(amount, locale)] as const,
        [t.refundedOn, keptWhole(say(dayOnPaper(deskDay(settledAt))))] as const,
      ]),
  ] as const;
  return html`<h1>${say(t.title)}</h1>
<section><dl>${facts.flatMap(([name, value]) => (value === null ? [] : [html`<div><dt>${say(name)}</dt><dd>${value}</dd></div>`]))}</dl></section>
<p class="soft number">${say(tracked.isPaidOutside ? t.noteOutside : t.note)}</p>
<p><a class="way" href="/r/${token}">${say(t.back)}</a></p>`;
}

/** In one line, however narrow the page: a number in two halves is read out wrong. */
const whole = (text: string | null) => (text === null ? null : html`<i>${text}</i>`);
