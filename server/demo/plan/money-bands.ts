import { exponentOf } from "../../kernel/currency.ts";
import type { Money } from "../../kernel/money.ts";
import type { Chance, Span } from "./chance.ts";
import type { DemoMerchant } from "./demo-merchants.ts";
import type { Band } from "./scenarios.ts";
import { tradeOf } from "./trades.ts";

type Currency = DemoMerchant["currency"];

/** What a yuan is about worth in the units of the currency; the default policy's limits are as round. */
const perYuan: Readonly<Record<Currency, number>> = { CNY: 1, USD: 0.15, JPY: 20 };

/** In whole units of the currency, just inside the limits of the default policy. */
const limits: Readonly<Record<Currency, readonly [routine: number, agents: number, supervisors: number]>> = {
  CNY: [200, 1000, 10_000],
  USD: [30, 150, 1500],
  JPY: [4000, 20_000, 200_000],
};

function bandIn(currency: Currency, band: Band): Span {
  const [routine, agents, supervisors] = limits[currency];
  switch (band) {
    case "ROUTINE":
      return [routine / 10, routine];
    case "SMALL":
      return [routine * 1.1, agents];
    case "MIDDLE":
      return [agents * 1.1, supervisors];
    case "LARGE":
      return [supervisors * 1.1, supervisors * 6];
  }
}

/** What the shop's prices and the band have in common; null where it sells nothing of that size. */
export function priceSpan({ trade, currency }: DemoMerchant, band: Band | null): Span | null {
  const [from, to] = tradeOf(trade).yuan;
  const prices: Span = [from * perYuan[currency], to * perYuan[currency]];
  if (band === null) return prices;
  const wanted = bandIn(currency, band);
  const common: Span = [Math.max(prices[0], wanted[0]), Math.min(prices[1], wanted[1])];
  return common[0] * 1.1 < common[1] ? common : null;
}

/** A price as shops make them: small ones are more frequent than large ones, and they end in what the trade likes. */
export function drawPrice({ trade, currency }: DemoMerchant, [from, to]: Span, chance: Chance): Money {
  const price = Math.exp(chance.between([Math.log(from), Math.log(to)]));
  if (exponentOf(currency) === 0) return { currency, minor: BigInt(Math.max(1, Math.floor(price / 10)) * 10) };
  const ending = chance.pick(tradeOf(trade).endings);
  const step = price > 2000 ? 10 : price > 300 ? 5 : 1;
  // Rounded down and the ending below the next whole unit, so that it stays within the span.
  const units = Math.max(1, Math.floor((price - (ending > 0 ? 1 : 0)) / step) * step);
  return { currency, minor: BigInt(units * 100 + ending) };
}

/** A part of an amount, rounded to what one would say on the telephone. */
export function partOf({ minor, currency }: Money, percent: number): Money {
  const unit = exponentOf(currency) === 0 ? 10n : 100n;
  const part = (minor * BigInt(percent)) / 100n;
  const rounded = (part / unit) * unit;
  return { currency, minor: rounded > 0n ? rounded : part };
}
