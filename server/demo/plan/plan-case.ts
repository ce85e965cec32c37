import type { CaseChannel, CaseOrigin, CaseReason } from "../../cases/domain/words.ts";
import type { ProofKind } from "../../evidence/domain/proof-kinds.ts";
import type { Bilingual } from "../../kernel/calendar.ts";
import { formatMoney, type Money, toDecimal } from "../../kernel/money.ts";
import type { Locale } from "../../request-context.ts";
import { agencyRequestTexts, requestTexts, shopRequestTexts, type Wording } from "../texts/request-texts.ts";
import { type Reader, stepTexts } from "../texts/step-texts.ts";
import { Chance, type Span } from "./chance.ts";
import type { DemoColleague } from "./demo-colleagues.ts";
import { type DemoMerchant, demoMerchants } from "./demo-merchants.ts";
import { deskTimeZone } from "./desk-time.ts";
import { goods } from "./goods.ts";
import { drawPrice, partOf, priceSpan } from "./money-bands.ts";
import { isPublished, lastWithin } from "./opening-hours.ts";
import { drawCard, drawEntryMode, merchantAt, type NumberedSale, type PlannedSale, saleTime } from "./plan-sales.ts";
import type { Band, Scenario } from "./scenarios.ts";
import { castHours, type StepName } from "./steps.ts";
import { lastHoursOf, type Story, startOfClockThatEndsSoon, timesAfter, timesUntil } from "./timeline.ts";
import { tradeOf } from "./trades.ts";

export interface DemoCustomer {
  readonly name: string;
  readonly phone: string;
  readonly email: string | null;
  readonly locale: Locale;
}

/** One case's life as drawn, before its sale has a number. */
export interface CaseDraft {
  readonly row: number;
  readonly scenario: Scenario;
  readonly merchant: number;
  readonly reason: CaseReason;
  readonly channel: CaseChannel;
  readonly origin: CaseOrigin;
  readonly claimed: Money;
  /** What is paid or offered where that is less than what is asked for. */
  readonly lesser: Money;
  readonly sale: PlannedSale;
  /** The other of two equal charges. */
  readonly twin: PlannedSale | null;
  readonly customer: DemoCustomer;
  readonly agent: DemoColleague;
  readonly proof: ProofKind;
  readonly story: Bilingual;
  readonly item: Bilingual;
  readonly openedAt: Date;
  readonly steps: readonly { readonly name: StepName; readonly at: Date; readonly words: Words | null }[];
}

interface Words {
  readonly reader: Reader;
  readonly text: Bilingual;
}

/** A step with its moment and with what is written at it. */
export interface PlannedStep {
  readonly name: StepName;
  readonly at: Date;
  readonly text: string | null;
}

export interface CasePlan extends Omit<CaseDraft, "steps" | "story" | "sale" | "twin"> {
  /** As it stands on the slip, whether or not it is on file. */
  readonly sale: NumberedSale;
  readonly story: string;
  readonly steps: readonly PlannedStep[];
}

const hour = 3_600_000;
const longestWeekendMs = 70 * hour;

export function draftCase(scenario: Scenario, row: number, anchor: Date, agents: readonly DemoColleague[]): CaseDraft {
  const chance = new Chance(row);
  const { merchant: place, reason } = drawMatter(scenario, chance);
  const merchant = merchantAt(place);
  const span = priceSpan(merchant, scenario.band);
  if (span === null) throw new Error(`${merchant.en} has no sale for "${scenario.name}"`);
  const claimed = drawPrice(merchant, span, chance);
  const { channel, origin } = drawChannel(scenario, chance);
  const steps = stepsOf(scenario, { reason, channel, merchant, anchor });
  const [openedAt, ...times] = drawTimes(scenario, { steps, channel }, anchor, chance);
  if (openedAt === undefined) throw new Error("A history has no beginning");
  const sale: PlannedSale = {
    merchant: place,
    terminal: chance.whole([1, merchant.terminals]),
    kind: reason === "DEPOSIT_NOT_RELEASED" ? "PREAUTHORIZATION" : "SALE",
    at: saleTime(merchant, openedAt, chance.whole(daysFor(scenario, reason)), chance),
    // What was keyed by mistake is more than what is asked back of it.
    amount: reason === "WRONG_AMOUNT" ? partOf(claimed, chance.whole([130, 420])) : claimed,
    card: drawCard(chance, scenario.networks ?? null),
    entryMode: drawEntryMode(chance),
  };
  return {
    row,
    scenario,
    merchant: place,
    reason,
    channel,
    origin,
    claimed,
    lesser: partOf(claimed, chance.pick([40, 50, 60, 70, 80])),
    sale,
    twin:
      reason === "DUPLICATE_CHARGE"
        ? { ...sale, at: new Date(sale.at.getTime() - chance.whole([25, 110]) * 1000) }
        : null,
    customer: drawCustomer(merchant.currency === "CNY" ? 82 : 45, chance),
    agent: chance.weighted(agents, ({ weight }) => weight),
    proof: chance.pick(["RECEIPT", "RECEIPT", "RECEIPT", "CARD_SLIP", "STATEMENT", "INVOICE"]),
    story: pickFor(merchant, storiesOf(scenario, reason), chance),
    item: itemFor(merchant, sale.amount),
    openedAt,
    steps: steps.map((name, index) => ({
      name,
      at: times[index] ?? openedAt,
      words: drawWords(name, reason, merchant, chance),
    })),
  };
}

/** Fills in what was written, now that the sale has its numbers. */
export function finishCase({ sale: _sale, twin: _twin, ...draft }: CaseDraft, sale: NumberedSale): CasePlan {
  const merchant = merchantAt(draft.merchant);
  const write = ({ zh, en }: Bilingual, locale: Locale, offer: Money) =>
    fill(locale === "zh-CN" ? zh : en, {
      shop: locale === "zh-CN" ? merchant.zh : merchant.en,
      item: locale === "zh-CN" ? draft.item.zh : draft.item.en,
      day: spokenDay(sale.at, locale),
      paid: formatMoney(sale.amount, locale),
      amount: formatMoney(draft.claimed, locale),
      offer: formatMoney(offer, locale),
      last4: sale.card.last4,
      voucher: sale.voucherNumber,
    });
  const storyLocale =
    draft.origin === "AGENCY" ? "zh-CN" : draft.origin === "MERCHANT" ? shopLocale(draft) : draft.customer.locale;
  return {
    ...draft,
    sale,
    story: write(draft.story, storyLocale, draft.claimed),
    steps: draft.steps.map(({ name, at, words }) => ({
      name,
      at,
      text:
        words === null
          ? null
          : write(
              words.text,
              localeOf(words.reader, { ...draft, sale }),
              name === "offer" ? draft.lesser : draft.claimed,
            ),
    })),
  };
}

/** Nobody misses what was to come tomorrow. */
const patience: Partial<Readonly<Record<CaseReason, Span>>> = {
  GOODS_NOT_RECEIVED: [5, 18],
  RETURNED_NOT_REFUNDED: [8, 24],
  DEPOSIT_NOT_RELEASED: [3, 11],
  NOT_RECOGNISED: [2, 20],
};

function daysFor({ days }: Scenario, reason: CaseReason): Span {
  const [from, to] = patience[reason] ?? days;
  return [Math.max(from, days[0]), Math.max(to, days[1])];
}

function drawTimes(
  { rests, dueSoon }: Scenario,
  { steps, channel }: Pick<CaseDraft, "channel"> & { readonly steps: readonly StepName[] },
  anchor: Date,
  chance: Chance,
): readonly Date[] {
  const openedBy = channel === "WEB" ? castHours.CUSTOMER : castHours.AGENT;
  if (dueSoon !== true)
    return timesUntil({ openedBy, steps }, drawEnd({ openedBy, steps }, rests, anchor, chance), chance);
  const openedAt = startOfClockThatEndsSoon("decide-request", anchor, openedBy, chance);
  return [openedAt, ...timesAfter(openedAt, steps, chance)];
}

/** When the last thing happened. Before a long holiday it would have rested too long; then it was done on coming back. */
function drawEnd(story: Story, rests: Span, anchor: Date, chance: Chance): Date {
  const endedBy = new Date(anchor.getTime() - chance.between(rests) * hour);
  const last = lastWithin(lastHoursOf(story), endedBy, chance);
  const long = endedBy.getTime() - last.getTime() > longestWeekendMs;
  return long ? new Date(anchor.getTime() - rests[0] * hour) : endedBy;
}

/** What costs as much there: the goods stand in the order of their prices. */
function itemFor(merchant: DemoMerchant, paid: Money): Bilingual {
  const items: readonly Bilingual[] = goods[merchant.sells];
  const [from, to] = priceSpan(merchant, null) ?? [1, 2];
  const share = Math.log(Number(toDecimal(paid)) / from) / Math.log(to / from);
  const place = Math.floor(share * items.length);
  const item = items[Math.max(0, Math.min(items.length - 1, place))];
  if (item === undefined) throw new Error(`${merchant.en} sells nothing`);
  return item;
}

/** A shop that sells things of the wanted size to somebody who comes back for one of these reasons. */
function drawMatter({ band, reasons }: Scenario, chance: Chance) {
  const reasonsAt = (place: number) => {
    const { trade } = merchantAt(place);
    return reasons.filter((reason) => tradeOf(trade).reasons.includes(reason) && isLikely(reason, band));
  };
  const places = demoMerchants.flatMap((merchant, place) =>
    priceSpan(merchant, band) !== null && reasonsAt(place).length > 0 ? [place] : [],
  );
  const merchant = chance.weighted(places, (place) => merchantAt(place).weight);
  return { merchant, reason: chance.pick(reasonsAt(merchant)) };
}

/** Nobody pays a sofa twice in cash, and no till is a month's wages wrong. */
function isLikely(reason: CaseReason, band: Band): boolean {
  if (reason === "PAID_BY_OTHER_MEANS") return band === "ROUTINE" || band === "SMALL";
  return reason !== "WRONG_AMOUNT" || band !== "LARGE";
}

function drawChannel({ opening, unassigned }: Scenario, chance: Chance): Pick<CaseDraft, "channel" | "origin"> {
  switch (opening) {
    case "BY_SHOP":
      return { channel: "PHONE", origin: "MERCHANT" };
    case "BY_AGENCY":
      return { channel: "FILE", origin: "AGENCY" };
    case "BY_BANK":
      return { channel: "FILE", origin: "BANK" };
    case "COUNTER":
      return { channel: "COUNTER", origin: "CUSTOMER" };
    case "WEB":
      return { channel: "WEB", origin: "CUSTOMER" };
    case "ASKED":
      if (unassigned === true) return { channel: "WEB", origin: "CUSTOMER" };
      return {
        channel: chance.weighted(["WEB", "PHONE", "COUNTER"] as const, (one) =>
          one === "WEB" ? 7 : one === "PHONE" ? 2 : 1,
        ),
        origin: "CUSTOMER",
      };
  }
}

interface Circumstances extends Pick<CaseDraft, "reason" | "channel"> {
  readonly merchant: DemoMerchant;
  readonly anchor: Date;
}

/** The scenario's steps, as they come about in this case. */
function stepsOf({ steps }: Scenario, { reason, channel, merchant, anchor }: Circumstances): readonly StepName[] {
  const faulty = reason === "NOT_AS_DESCRIBED" && tradeOf(merchant.trade).deals === "GOODS";
  return steps.flatMap((name): StepName[] => {
    // Whoever takes a request at the counter or by phone has taken it on.
    if (name === "takeOn" && (channel === "PHONE" || channel === "COUNTER")) return [];
    if (name === "sendProof" && channel === "COUNTER") return ["scanProof"];
    if (name === "sendProof" && faulty) return ["sendProof", "sendPhoto"];
    // Where nobody can say when the merchant's time is over, no merchant lets it pass.
    if (name === "shopStaysSilent" && !isPublished(anchor)) return ["shopContests"];
    return [name];
  });
}

function drawCustomer(chinesePercent: number, chance: Chance): DemoCustomer {
  const locale = chance.happens(chinesePercent) ? "zh-CN" : "en";
  // Numbers that are given to nobody: 0000 is no exchange in China, 555-01 and 07700 900 are kept for stories.
  const phone =
    locale === "zh-CN"
      ? `+861${chance.pick(["38", "39", "56", "77", "86"])}0000${chance.digits(4)}`
      : chance.pick([`+141555501${chance.digits(2)}`, `+447700900${chance.digits(3)}`]);
  const email = chance.happens(45) ? `customer${chance.digits(5)}@example.com` : null;
  return { name: chance.personName(locale), phone, email, locale };
}

function storiesOf({ opening }: Scenario, reason: CaseReason): readonly Wording[] {
  if (opening === "BY_SHOP") return shopRequestTexts;
  return opening === "BY_AGENCY" ? agencyRequestTexts : requestTexts[reason];
}

function drawWords(name: StepName, reason: CaseReason, merchant: DemoMerchant, chance: Chance): Words | null {
  const texts = stepTexts[name === "shopConfirmsNow" ? "shopConfirms" : name];
  if (texts === undefined) return null;
  return { reader: texts.reader, text: pickFor(merchant, texts.byReason?.[reason] ?? texts.any, chance) };
}

/** Nobody says of a massage that it was handed over the next day. */
function pickFor({ trade }: DemoMerchant, texts: readonly Wording[], chance: Chance): Wording {
  return chance.pick(texts.filter(({ of }) => of === undefined || of === tradeOf(trade).deals));
}

function localeOf(reader: Reader, draft: Pick<CaseDraft, "customer" | "merchant" | "sale" | "agent">): Locale {
  switch (reader) {
    case "CUSTOMER":
      return draft.customer.locale;
    case "MERCHANT":
      return shopLocale(draft);
    case "BANK":
      // The demo's own bank officer reads English, as do the issuers abroad.
      return draft.sale.card.network === "UNIONPAY" ? "zh-CN" : "en";
    case "DESK":
      return deskLocale(draft.agent);
  }
}

/** In which language a colleague of the desk writes. */
export function deskLocale({ address }: DemoColleague): Locale {
  return address === "agent2" ? "en" : "zh-CN";
}

function shopLocale({ merchant }: Pick<CaseDraft, "merchant">): Locale {
  return merchantAt(merchant).currency === "CNY" ? "zh-CN" : "en";
}

function fill(template: string, places: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const found = places[name];
    if (found === undefined) throw new Error(`Nothing is known of {${name}}`);
    return found;
  });
}

const spoken = {
  "zh-CN": new Intl.DateTimeFormat("zh-CN", { month: "long", day: "numeric", timeZone: deskTimeZone }),
  en: new Intl.DateTimeFormat("en-GB", { month: "long", day: "numeric", timeZone: deskTimeZone }),
};

function spokenDay(at: Date, locale: Locale): string {
  return spoken[locale].format(at);
}
