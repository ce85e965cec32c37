import { type Amount, exampleAmount, readAmount } from "../../ui/amount.ts";
import { isTooLong } from "../parts/is-too-long.ts";
import type { CustomerTexts } from "../texts/customer-texts.ts";
import type { Draft, DraftInCurrency } from "./draft.ts";
import type { RequestInput, SlipInput } from "./request-operations.ts";

export type FieldErrors = Partial<Record<keyof Draft, string>>;

/** What was found wrong at the last press and still is: an error goes when its input is mended, and none comes while typing. */
export function stillWrong(found: FieldErrors, now: FieldErrors): FieldErrors {
  return Object.fromEntries(Object.entries(now).filter(([field]) => field in found));
}

const blank = (text: string) => text.trim() === "";
const digits = (text: string) => text.normalize("NFKC").replace(/\s+/g, "");

/** One field for three numbers: six digits are a voucher, twelve a retrieval reference, anything else the acquirer's own. */
function numberOf(typed: string): Pick<SlipInput, "voucherNumber" | "retrievalReference" | "reference"> {
  const number = digits(typed);
  if (/^\d{1,8}$/.test(number)) return { voucherNumber: number };
  return /^\d{12}$/.test(number) ? { retrievalReference: number } : { reference: number };
}

export function slipInput(draft: DraftInCurrency): SlipInput {
  const paid = readAmount(draft.paid, draft.currency);
  return {
    ...numberOf(draft.number),
    cardLast4: digits(draft.last4),
    ...(paid !== null && { paid }),
    ...(draft.paidOn !== "" && { paidOn: draft.paidOn }),
    ...(draft.terminal !== "" && { terminalNumber: draft.terminal }),
    ...(draft.payment === "UNFOUND" && { merchantNumber: digits(draft.merchantNumber) }),
  };
}

export function slipErrors(draft: DraftInCurrency, t: CustomerTexts): FieldErrors {
  return {
    ...(blank(draft.number) && { number: t.slip.numberMissing }),
    ...(!/^\d{4}$/.test(digits(draft.last4)) && { last4: t.slip.last4Wrong }),
    ...(blank(draft.paid) && draft.paidOn === "" && { paid: t.slip.paidMissing }),
    ...(!blank(draft.paid) && !isAmount(draft.paid, draft.currency) && { paid: amountWrong(draft.currency, t) }),
  };
}

/** Asked for only where the payment was not found. */
export function merchantErrors(draft: Draft, t: CustomerTexts): FieldErrors {
  return blank(draft.merchantNumber) ? { merchantNumber: t.slip.merchantMissing } : {};
}

/** What was paid, as far as it is known; an input takes these two of an amount and nothing that an answer adds. */
export function paidOf({ payment, paid, currency }: DraftInCurrency): Amount | null {
  if (payment === null || payment === "UNFOUND") return readAmount(paid, currency);
  return { minor: payment.paid.minor, currency: payment.paid.currency };
}

export function askedOf(draft: DraftInCurrency): Amount | null {
  const paid = paidOf(draft);
  return draft.all && paid !== null ? paid : readAmount(draft.amount, paid?.currency ?? draft.currency);
}

export function detailsErrors(draft: DraftInCurrency, t: CustomerTexts, paidText: string): FieldErrors {
  const [paid, asked] = [paidOf(draft), askedOf(draft)];
  const above = paid !== null && asked !== null && BigInt(asked.minor) > BigInt(paid.minor);
  return {
    ...((asked === null || asked.minor === "0") && { amount: amountWrong(paid?.currency ?? draft.currency, t) }),
    ...(above && { amount: t.details.abovePaid(paidText) }),
    ...(isTooLong(draft.message) && { message: t.details.tooLong }),
  };
}

export function contactErrors(draft: Draft, t: CustomerTexts): FieldErrors {
  return {
    ...(blank(draft.name) && { name: t.contact.nameMissing }),
    ...(blank(draft.phone) && blank(draft.email) && { phone: t.contact.wayMissing }),
  };
}

/** Null where something that the screens before ask for is missing. */
export function requestInput(draft: DraftInCurrency, locale: RequestInput["contact"]["locale"]): RequestInput | null {
  const amount = askedOf(draft);
  const { reason, key: idempotencyKey, name, phone, email, message } = draft;
  if (amount === null || reason === null || idempotencyKey === null) return null;
  return {
    slip: slipInput(draft),
    amount,
    reason,
    ...(!blank(message) && { message }),
    contact: { name, locale: locale ?? null, ...(!blank(phone) && { phone }), ...(!blank(email) && { email }) },
    idempotencyKey,
  };
}

const amountWrong = (currency: string, t: CustomerTexts) => t.amountWrong(currency, exampleAmount(currency));

function isAmount(typed: string, currency: string): boolean {
  const amount = readAmount(typed, currency);
  return amount !== null && amount.minor !== "0";
}
