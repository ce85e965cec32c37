import type { Bilingual } from "../../kernel/calendar.ts";
import { type Agency, agencyFor } from "../../referrals/domain/agencies.ts";
import { type WhatIsOver, whatIsOpen } from "../../referrals/domain/what-is-open.ts";
import type { KeptAmount, KeptFields } from "./notice-fields.ts";
import type { NoticeRule } from "./notice-rules.ts";

type Over = Pick<WhatIsOver, "bankHasRuled" | "agencyIsDone">;

/** What a notice about a case can draw on. */
export interface FieldSource extends Over {
  readonly number: string;
  readonly currency: string;
  readonly claimedMinor: string;
  /** What the last dispute is about, which may be less than was asked for. */
  readonly disputedMinor: string | null;
  readonly proposedMinor: string | null;
  readonly offerMinor: string | null;
  readonly refundMinor: string | null;
  /** What the move itself named, e.g. a bank in its ruling. */
  readonly namedMinor: string | null;
  /** The last day on which the card usually shows it; null where none is known, or it is over. */
  readonly arrivesOn: string | null;
  /** It was paid in another way than back to the card. */
  readonly refundIsOutside: boolean;
  readonly agency: string | null;
  readonly merchantName: string;
  readonly merchantNameZh: string | null;
  readonly voucher: string | null;
  readonly cardLast4: string | null;
  readonly paidAt: string | null;
  readonly due: ReadonlyMap<string, string>;
}

/** The facts that this kind of notice may speak of, and no more: what is not told is not kept either. */
export function fieldsOf(rule: NoticeRule, from: FieldSource): KeptFields {
  const agency = agencyNamed(rule, from);
  const isPaidElsewhere = rule.to === "CUSTOMER" && rule.amount === "REFUND" && from.refundIsOutside;
  const all: Required<{ [F in keyof KeptFields]: KeptFields[F] | null }> = {
    caseNumber: from.number,
    amount: amountOf(rule, from),
    merchant: { zh: from.merchantNameZh ?? from.merchantName, en: from.merchantName },
    // A customer who is told that it was paid looks there; of all others it is how the payment is known.
    cardLast4: isPaidElsewhere ? null : from.cardLast4,
    voucher: from.voucher,
    paidAt: from.paidAt === null ? null : new Date(from.paidAt).toISOString(),
    answerBy: rule.clock.map((kind) => from.due.get(kind)).find((at) => at !== undefined) ?? null,
    arrivesOn: isPaidElsewhere ? null : from.arrivesOn,
    agency: agency?.name ?? null,
    agencyAddress: agency?.address ?? null,
    stillOpen: stillOpenOf(rule, from),
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

/** What a refusal says of the ways that are left; null of every other notice. The agency's own ends its way before that is written. */
export function stillOpenOf({ refusal }: NoticeRule, { bankHasRuled, agencyIsDone }: Over): Bilingual | null {
  if (refusal === undefined) return null;
  const { decidedBy } = refusal;
  const [mayContest, isDone] = [decidedBy === "DESK", agencyIsDone || decidedBy === "AGENCY"];
  return whatIsOpen({ decidedBy, mayContest, bankHasRuled, agencyIsDone: isDone });
}

/** Named as the one that has the case, or as a way that is open: never where it is done with it. */
function agencyNamed({ refusal }: NoticeRule, { agency, currency, agencyIsDone }: FieldSource): Agency | null {
  const isOver = agencyIsDone && refusal !== undefined && refusal.decidedBy !== "AGENCY";
  return isOver ? null : agencyFor(agency, currency);
}

function amountOf({ amount }: NoticeRule, from: FieldSource): KeptAmount {
  const minor: Readonly<Record<NoticeRule["amount"], string | null>> = {
    CLAIMED: from.claimedMinor,
    DISPUTED: from.disputedMinor,
    PROPOSED: from.proposedMinor,
    OFFERED: from.offerMinor,
    NAMED: from.namedMinor,
    REFUND: from.refundMinor,
  };
  return { minor: minor[amount] ?? from.claimedMinor, currency: from.currency };
}
