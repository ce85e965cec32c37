import { maskCardNumbers } from "../../kernel/card-text.ts";
import { type Day, isDay } from "../../kernel/day.ts";
import { type Money, money } from "../../kernel/money.ts";
import { done, type Result, refused } from "../../kernel/result.ts";

/** What somebody read off their slip, as they typed it. */
export interface TypedSlip {
  readonly voucherNumber?: string | null;
  readonly retrievalReference?: string | null;
  readonly reference?: string | null;
  readonly cardLast4: string;
  readonly paid?: Money | null;
  readonly paidOn?: string | null;
  readonly terminalNumber?: string | null;
  readonly merchantNumber?: string | null;
}

/** The same in the spelling of the settlement files. Null: not given. */
export interface Slip {
  readonly voucherNumber: string | null;
  readonly retrievalReference: string | null;
  readonly reference: string | null;
  readonly cardLast4: string;
  readonly paid: Money | null;
  readonly paidOn: Day | null;
  readonly terminalNumber: string | null;
  readonly merchantNumber: string | null;
}

/** NUMBER: no voucher number, RRN or reference. PAID: neither the amount nor the day, without which a guess could be right. */
export const slipGaps = ["NUMBER", "LAST_FOUR", "PAID"] as const;
export type SlipGap = (typeof slipGaps)[number];

/** Reads a slip, or says everything that is missing on it. */
export function readSlip(typed: TypedSlip): Result<Slip, readonly SlipGap[]> {
  const { paid = null, paidOn = null } = typed;
  const slip: Slip = {
    voucherNumber: plain(typed.voucherNumber),
    retrievalReference: plain(typed.retrievalReference),
    reference: plain(typed.reference),
    cardLast4: plain(typed.cardLast4) ?? "",
    paid: paid === null ? null : money(paid.minor, paid.currency),
    paidOn: paidOn !== null && isDay(paidOn) ? paidOn : null,
    terminalNumber: plain(typed.terminalNumber),
    merchantNumber: plain(typed.merchantNumber),
  };
  const gaps: SlipGap[] = [];
  if (slip.voucherNumber === null && slip.retrievalReference === null && slip.reference === null) gaps.push("NUMBER");
  if (!/^\d{4}$/.test(slip.cardLast4)) gaps.push("LAST_FOUR");
  if (slip.paid === null && slip.paidOn === null) gaps.push("PAID");
  return gaps.length === 0 ? done(slip) : refused(gaps);
}

/** People type vouchers with and without their leading zeros; slips print six digits. */
export function voucherSpellings(voucherNumber: string): readonly string[] {
  if (!/^\d{1,12}$/.test(voucherNumber)) return [voucherNumber];
  const bare = voucherNumber.replace(/^0+(?=\d)/, "");
  return [...new Set([voucherNumber, bare, bare.padStart(6, "0")])];
}

/** As it may be kept: whoever types their whole card number into a field has not given it to us. */
export function maskedSlip(slip: Slip): Slip {
  const masked = (text: string | null) => (text === null ? null : maskCardNumbers(text));
  return {
    ...slip,
    voucherNumber: masked(slip.voucherNumber),
    retrievalReference: masked(slip.retrievalReference),
    reference: masked(slip.reference),
    terminalNumber: masked(slip.terminalNumber),
    merchantNumber: masked(slip.merchantNumber),
  };
}

/** Full-width digits and stray blanks of a keyboard become plain; a number is never longer than a file's. */
function plain(text: string | null | undefined): string | null {
  const kept = (text ?? "").slice(0, 200).normalize("NFKC").replace(/\s+/g, "").slice(0, 64);
  return kept === "" ? null : kept;
}
