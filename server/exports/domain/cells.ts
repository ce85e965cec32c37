import { deskTimeZone } from "../../kernel/desk-day.ts";
import { type CurrencyCode, money, toDecimal } from "../../kernel/money.ts";

export type CellValue = string | number;

/** ISO 8601 with the desk's own offset, so that a sheet shows the desk's day. */
export function instantCell(at: Date | null): CellValue {
  if (at === null) return "";
  const shown = new Date(at.getTime() + 8 * 3_600_000).toISOString().replace("Z", "");
  return `${shown}${offsets[deskTimeZone]}`;
}
const offsets = { "Asia/Shanghai": "+08:00" } as const;

/** An amount thrice: what people read, its currency, and the exact number of its smallest units. */
export function moneyCells(minor: bigint, currency: CurrencyCode): readonly CellValue[] {
  return [toDecimal(money(minor, currency)), currency, String(minor)];
}
