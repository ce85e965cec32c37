import { addDays, day, daysBetween } from "../../kernel/day.ts";
import type { Money } from "../../kernel/money.ts";
import type { CardNetwork, TransactionKind } from "../../transactions/domain/words.ts";
import { Chance } from "./chance.ts";
import { demoCards } from "./demo-cards.ts";
import { type DemoMerchant, demoMerchants } from "./demo-merchants.ts";
import { deskDay, deskTime } from "./desk-time.ts";
import { drawPrice, priceSpan } from "./money-bands.ts";
import { tradeOf } from "./trades.ts";

/** A card, as far as anybody may know it. */
export interface DemoCard {
  readonly network: CardNetwork;
  readonly first6: string;
  readonly last4: string;
}

/** One payment at a shop, before the acquirer has numbered it. */
export interface PlannedSale {
  /** Place in the list of merchants. */
  readonly merchant: number;
  readonly terminal: number;
  readonly kind: TransactionKind;
  readonly at: Date;
  readonly amount: Money;
  readonly card: DemoCard;
  readonly entryMode: string;
}

export interface NumberedSale extends PlannedSale {
  readonly reference: string;
  readonly voucherNumber: string;
  readonly retrievalReference: string;
  readonly authorizationCode: string;
}

const hour = 3_600_000;
const days = 90;

export function merchantAt(place: number): DemoMerchant {
  const found = demoMerchants[place];
  if (found === undefined) throw new Error(`The demo has no merchant ${place}`);
  return found;
}

export function drawCard(chance: Chance, wanted: readonly CardNetwork[] | null): DemoCard {
  const fitting = demoCards.filter(({ network }) => wanted === null || wanted.includes(network));
  const { network, first6 } = chance.weighted(fitting, ({ weight }) => weight);
  return { network, first6, last4: chance.digits(4) };
}

export function drawEntryMode(chance: Chance): string {
  return chance.pick(["chip", "chip", "contactless", "contactless", "contactless", "qr", "swipe"]);
}

/** A moment in the shop's hours on that day after the anchor's, or one shortly before where the day is not over. */
export function saleTime(merchant: DemoMerchant, before: Date, daysBefore: number, chance: Chance): Date {
  const [opens, closes] = tradeOf(merchant.trade).hours;
  const at = deskTime(addDays(deskDay(before), -daysBefore), chance.between([opens, closes]));
  return at < before ? at : new Date(before.getTime() - chance.between([0.3, 2.5]) * hour);
}

/** What the shops sold otherwise in these three months, so that a case's sale is one of many. */
export function drawOtherSales(count: number, anchor: Date): PlannedSale[] {
  const chance = new Chance(0);
  const places = demoMerchants.map((_merchant, place) => place);
  return Array.from({ length: count }, () => {
    const place = chance.weighted(places, (at) => merchantAt(at).weight);
    const merchant = merchantAt(place);
    const span = priceSpan(merchant, null);
    if (span === null) throw new Error(`${merchant.en} sells nothing`);
    const holds = (merchant.trade === "HOTEL" || merchant.trade === "CAR") && chance.happens(35);
    return {
      merchant: place,
      terminal: chance.whole([1, merchant.terminals]),
      kind: holds ? chance.pick(["PREAUTHORIZATION", "COMPLETION"] as const) : "SALE",
      at: saleTime(merchant, anchor, chance.whole([0, days]), chance),
      amount: drawPrice(merchant, span, chance),
      card: drawCard(chance, null),
      entryMode: drawEntryMode(chance),
    };
  });
}

/** Numbers the sales as terminals and the acquirer do: in the order in which they were made. Gives them in the order they came. */
export function numberSales(sales: readonly PlannedSale[]): readonly NumberedSale[] {
  const chance = new Chance(1);
  const vouchers = new Map<string, number>();
  const numbered = new Map<PlannedSale, NumberedSale>();
  const inTime = [...sales].sort((left, right) => left.at.getTime() - right.at.getTime());
  for (const [serial, sale] of inTime.entries()) {
    const terminal = `${sale.merchant}/${sale.terminal}`;
    const voucher = (vouchers.get(terminal) ?? chance.whole([100, 4000])) + 1;
    vouchers.set(terminal, voucher);
    const on = deskDay(sale.at);
    const compact = on.replaceAll("-", "");
    numbered.set(sale, {
      ...sale,
      reference: `66${compact}${String(serial + 1).padStart(10, "0")}`,
      voucherNumber: String(voucher).padStart(6, "0"),
      retrievalReference: `${dayOfYear(sale.at)}${hourOf(sale.at)}${String(serial + 1).padStart(6, "0")}`,
      authorizationCode: chance.code(6),
    });
  }
  return sales.map((sale) => {
    const found = numbered.get(sale);
    if (found === undefined) throw new Error("A sale was not numbered");
    return found;
  });
}

/** Last digit of the year and the number of the day in it, as acquirers begin a reference number. */
function dayOfYear(at: Date): string {
  const on = deskDay(at);
  const year = on.slice(0, 4);
  return year.slice(3) + String(daysBetween(day(`${year}-01-01`), on) + 1).padStart(3, "0");
}

function hourOf(at: Date): string {
  const midnight = deskTime(deskDay(at), 0);
  return String(Math.floor((at.getTime() - midnight.getTime()) / hour)).padStart(2, "0");
}

/** The night after the sale, once that is over. */
export function settledAt(at: Date, anchor: Date): Date | null {
  const night = deskTime(addDays(deskDay(at), 1), 2.5);
  return night <= anchor ? night : null;
}

/** Eight digits, of which the first five are the shop's. */
export function terminalNumber({ merchant, terminal }: Pick<PlannedSale, "merchant" | "terminal">): string {
  return `33${String(merchant + 101).padStart(4, "0")}${String(terminal).padStart(2, "0")}`;
}

/** Fifteen digits: the acquirer, the city, the trade, and the shop among them. */
export function merchantNumber(place: number): string {
  return `8983310${merchantAt(place).categoryCode}${String(place + 1).padStart(4, "0")}`;
}
