import type { Bilingual } from "../../kernel/calendar.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import { formatMoney, money } from "../../kernel/money.ts";
import { Html, html } from "../../platform/http/html.ts";
import type { Locale } from "../../request-context.ts";
import type { DeskSettings } from "../../settings/domain/desk-settings.ts";
import { dayInWords, momentInWords, shortDay } from "../domain/days-in-words.ts";
import {
  byDay,
  deskWays,
  offerText,
  receiptHelp,
  stopStateText,
  trackedPageText as t,
} from "../domain/tracked-page-text.ts";
import type { TrackedCaseType, TrackedRefusalType, TrackedStopType } from "../tracked-case.type.ts";
import { keptWhole, together } from "./kept-whole.ts";

/** How a matter stands, to be read without a script: the same sentence, stops, needs, refusal and messages. */
export function trackedPage(tracked: TrackedCaseType, { locale, token, now, desk }: PageReader): Html {
  const say = sayIn(locale);
  const amount = (of: TrackedCaseType["amount"]) => formatMoney(money(of.minor, of.currency), locale);
  const { need, offer, refusal, messages, expectedArrivalOn } = tracked;
  const arrives = expectedArrivalOn === null ? null : dayInWords(expectedArrivalOn, now);
  return html`<p class="soft number"><i>${tracked.number}</i> · ${tracked.merchantName}</p>
<h1>${sentences(tracked.sentence)}</h1>
<p class="soft">${say(t.updated)} ${say(momentInWords(tracked.updatedAt, now))}</p>
<section><h2 class="sum">${say(t.money)} <b>${amount(tracked.refund ?? tracked.amount)}</b></h2><ol class="stops">${tracked.stops.map((stop) => stopItem(stop, say, now))}</ol></section>
${need !== null && html`<section class="ask"><h2>${say(t.need)}</h2><p class="words">${keptWhole(need.text)}</p>${need.until !== null && html`<p class="soft">${say(t.otherwise)}</p>`}</section>`}
${offer !== null && html`<section class="ask"><h2>${say(offerText(amount(offer)))}</h2></section>`}
${refusal !== null && refusalPart(refusal, say)}
${tracked.outcome === "EXPIRED" && html`<p><a class="way" href="/r/new">${say(t.newRequest)}</a></p>`}
${tracked.refundedOn !== null && html`<p><a class="way" href="/r/${token}/receipt">${say(t.receipt)}</a></p>${!tracked.isPaidOutside && html`<p class="soft">${say(receiptHelp(arrives))}</p>`}`}
${
  messages.length > 0 &&
  html`<section><h2>${say(t.messages)}</h2><ol>${messages.map(
    ({ byCustomer, body, at }) =>
      html`<li><p class="soft">${say(byCustomer ? t.you : { zh: desk.nameZh, en: desk.nameEn })} · ${keptWhole(say(momentInWords(at, now)))}</p><p class="words">${keptWhole(body)}</p></li>`,
  )}</ol></section>`
}
<noscript><section><p>${say(t.acting)}</p></section></noscript>`;
}

export interface PageReader {
  readonly locale: Locale;
  readonly token: string;
  readonly now: Date;
  readonly desk: DeskSettings;
}

/** Wrong, expired or replaced: nobody is told which. */
export function missingPage(locale: Locale): Html {
  const say = sayIn(locale);
  return html`<h1>${say(t.missingTitle)}</h1><p>${say(t.missing)}</p>
<p><a class="way" href="/r/lost">${say(t.lost)}</a></p><p><a class="way" href="/r/new">${say(t.newRequest)}</a></p>`;
}

export type Say = (text: Bilingual) => string;

export function sayIn(locale: Locale): Say {
  return ({ zh, en }) => (locale === "zh-CN" ? zh : en);
}

/** Each sentence on a line of its own, as the script draws it. */
function sentences(text: string): readonly Html[] {
  return text
    .split(/(?<=[。！？])|(?<=[.!?] )(?=[A-Z])/)
    .map((sentence) => html`<span>${sentence.split(together).map(pieceOf)}</span>`);
}

/** A Chinese line ends beside what stays together, or between clauses, rather than within a word. */
function pieceOf(
  piece: string,
  index: number,
  { [index - 1]: before = "", [index + 1]: after = "" }: readonly string[],
) {
  if (index % 2 === 0) return html`${piece}`;
  const mayBreak = /\p{Script=Han}$/u.test(before) || (before === "" && index > 1);
  return html`${mayBreak && wbr}<i>${piece}</i>${/^\p{Script=Han}/u.test(after) && wbr}`;
}

const wbr = html`<wbr>`;

function addressPart(address: string): Html {
  return /^https?:\/\//.test(address) ? html`<a href="${address}" rel="noreferrer">${address}</a>` : html`${address}`;
}

function stopItem({ state, title, note, at, expectedOn }: TrackedStopType, say: Say, now: Date): Html {
  const said = stopStateText[state];
  const day = at === null ? expectedOn : deskDay(at);
  const when = day === null ? null : at === null ? byDay(shortDay(day, now)) : shortDay(day, now);
  return html`<li class="${state}"${state === "HERE" && new Html(' aria-current="step"')}><p class="stop"><b>${title}</b>${
    when !== null && html`<span class="soft">${say(when)}</span>`
  }</p>${said !== null && html`<p class="unseen">(${say(said)})</p>`}${note !== null && html`<p class="soft">${note}</p>`}</li>`;
}

function refusalPart({ reason, rights, agency, agencyAddress, agencyPhone }: TrackedRefusalType, say: Say): Html {
  return html`<section>${reason !== null && html`<h2>${say(t.whyNot)}</h2><p class="words">${keptWhole(reason)}</p>`}
<h2>${say(t.refer)}</h2><p>${rights}</p>${
    agency !== null &&
    html`<p><b>${agency}</b>${
      agencyPhone !== null && html` <br>${say(deskWays.phone)} <a href="tel:${agencyPhone}">${agencyPhone}</a>`
    }${agencyAddress !== null && html`<br>${addressPart(agencyAddress)}`}</p>`
  }</section>`;
}
