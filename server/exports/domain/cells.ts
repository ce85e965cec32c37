import { deskTimeZone } from "../../kernel/desk-day.ts";
import { type CurrencyCode, money, toDecimal } from "../../kernel/money.ts";
import { withOffset } from "../../kernel/zoned-time.ts";

/** ISO 8601 with the offset of the desk's clocks, so that a sheet shows the desk's day. */
export function momentCell(at: Date | null): string {
  return at === null ? "" : withOffset(at, deskTimeZone());
}

/** A plain number in major units, with every decimal of its currency, which stands in a column beside it. */
export function amountCell(minor: bigint | null, currency: CurrencyCode): string {
  return minor === null ? "" : toDecimal(money(minor, currency));
}
