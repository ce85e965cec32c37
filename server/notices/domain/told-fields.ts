import type { Bilingual } from "../../kernel/calendar.ts";
import { findAgency } from "../../referrals/domain/agencies.ts";
import type { KeptAmount, KeptFields } from "./notice-fields.ts";
import type { NoticeRule } from "./notice-rules.ts";

/** What a notice about a case can draw on. */
export interface FieldSource {
  readonly number: string;
  readonly currency: string;
  readonly claimedMinor: string;
  readonly proposedMinor: string | null;
  readonly offerMinor: string | null;
  readonly refundMinor: string | null;
  /** What the move itself named, e.g. a bank in its ruling. */
  readonly namedMinor: string | null;
  readonly arrivesOn: string | null;
  readonly agency: string | null;
  readonly merchantName: string;
  readonly merchantNameZh: string | null;
  readonly voucher: string | null;
  readonly cardLast4: string | null;
  readonly paidAt: string | null;
  readonly due: ReadonlyMap<string, string>;
}

/** Where a customer of this desk can complain when no agency has the case yet: by the country of the money. */
const agencyByCurrency: Readonly<Record<string, string>> = { CNY: "CN-12315", USD: "US-CFPB", GBP: "UK-FOS" };

export function agencyFor(
  code: string | null,
  currency: string,
): { readonly name: Bilingual; readonly address: string } {
  const found = findAgency(code ?? agencyByCurrency[currency] ?? "CN-12315") ?? findAgency("CN-12315");
  if (found === null) throw new Error("The directory of agencies is empty");
  return found;
}

/** The facts that this kind of notice may speak of, and no more: what is not told is not kept either. */
export function fieldsOf(rule: NoticeRule, from: FieldSource): KeptFields {
  const agency = agencyFor(from.agency, from.currency);
  const all: Required<{ [F in keyof KeptFields]: KeptFields[F] | null }> = {
    caseNumber: from.number,
    amount: amountOf(rule, from),
    merchant: { zh: from.merchantNameZh ?? from.merchantName, en: from.merchantName },
    cardLast4: from.cardLast4,
    voucher: from.voucher,
    paidAt: from.paidAt === null ? null : new Date(from.paidAt).toISOString(),
    answerBy: rule.clock.map((kind) => from.due.get(kind)).find((at) => at !== undefined) ?? null,
    arrivesOn: from.arrivesOn,
    agency: agency.name,
    agencyAddress: agency.address,
    role: null,
    course: null,
    matter: null,
    endpoint: null,
    cases: null,
    dueOn: null,
    colleagueIds: null,
  };
  const wanted: ReadonlySet<string> = new Set([...rule.must, ...rule.may]);
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => wanted.has(name) && value !== null));
}

function amountOf({ amount }: NoticeRule, from: FieldSource): KeptAmount {
  const minor: Readonly<Record<NoticeRule["amount"], string | null>> = {
    CLAIMED: from.claimedMinor,
    PROPOSED: from.proposedMinor,
    OFFERED: from.offerMinor,
    NAMED: from.namedMinor,
    REFUND: from.refundMinor,
  };
  return { minor: minor[amount] ?? from.claimedMinor, currency: from.currency };
}
