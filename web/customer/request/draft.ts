import type { CaseReason } from "../../graphql/words.ts";
import { keep, kept } from "../../ui/browser-store.ts";
import { withoutCardNumbers } from "../parts/without-card-numbers.ts";
import type { PaymentFound } from "./request-operations.ts";

/** What the customer has typed so far. */
export interface Draft {
  readonly number: string;
  readonly last4: string;
  readonly paid: string;
  /** Null until it is chosen, read off the slip, or an amount is typed in it. */
  readonly currency: string | null;
  readonly paidOn: string;
  readonly merchantNumber: string;
  /** Read off the slip's code, never asked for. */
  readonly terminal: string;
  /** The payment that they said is theirs; "UNFOUND": they go on, and somebody looks for it. */
  readonly payment: PaymentFound | "UNFOUND" | null;
  readonly reason: CaseReason | null;
  readonly all: boolean;
  readonly amount: string;
  readonly message: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  /** Made when they come to the last step, and kept until the request is with the desk: so it is sent once. */
  readonly key: string | null;
}

/** As it is read: in the desk's currency while there is no other. */
export type DraftInCurrency = Draft & { readonly currency: string };

export const emptyDraft: Draft = {
  number: "",
  last4: "",
  paid: "",
  currency: null,
  paidOn: "",
  merchantNumber: "",
  terminal: "",
  payment: null,
  reason: null,
  all: true,
  amount: "",
  message: "",
  name: "",
  phone: "",
  email: "",
  key: null,
};

/** What the payment was found by. */
const onSlip = ["number", "last4", "paid", "currency", "paidOn", "terminal"] as const;

/** As it is changed. Of another slip the payment that was found is none: nobody sends one that they have not seen. */
export function changedDraft(before: Draft, part: Partial<Draft>): Draft {
  const after = { ...before, ...part };
  const isOther = onSlip.some((name) => before[name] !== null && before[name] !== after[name]);
  return isOther && !("payment" in part) && before.payment !== "UNFOUND" ? { ...after, payment: null } : after;
}

const place = "redress.request";

/** Who they are, their card's digits and the secret key leave with the tab; the rest waits for another day. */
const forThisTab = ["last4", "payment", "name", "phone", "email", "key"] as const;

export function saveDraft(draft: Draft): void {
  const rest: Record<string, unknown> = { ...draft, message: withoutCardNumbers(draft.message) };
  rest["number"] = withoutCardNumbers(draft.number);
  const mine = Object.fromEntries(forThisTab.map((name) => [name, rest[name]]));
  for (const name of forThisTab) delete rest[name];
  keep("localStorage", place, JSON.stringify(rest));
  keep("sessionStorage", place, JSON.stringify(mine));
}

export function loadDraft(): Draft {
  return { ...emptyDraft, ...read("localStorage"), ...read("sessionStorage") };
}

export function isDraftKept(): boolean {
  return kept("localStorage", place) !== null;
}

export function forgetDraft(): void {
  keep("localStorage", place, null);
  keep("sessionStorage", place, null);
}

function read(store: "localStorage" | "sessionStorage"): Partial<Draft> {
  try {
    return JSON.parse(kept(store, place) ?? "{}");
  } catch {
    // Not ours, or cut short: the form begins empty.
    return {};
  }
}
