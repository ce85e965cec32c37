import type { CaseReason } from "../../graphql/words.ts";
import { withoutCardNumbers } from "../parts/without-card-numbers.ts";
import type { PaymentFound } from "./request-operations.ts";

/** What the customer has typed so far. */
export interface Draft {
  readonly number: string;
  readonly last4: string;
  readonly paid: string;
  readonly currency: string;
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

export const emptyDraft: Draft = {
  number: "",
  last4: "",
  paid: "",
  currency: "CNY",
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

const place = "redress.request";

/** Who they are, their card's digits and the secret key leave with the tab; the rest waits for another day. */
const forThisTab = ["last4", "payment", "name", "phone", "email", "key"] as const;

export function saveDraft(draft: Draft): void {
  const kept: Record<string, unknown> = { ...draft, message: withoutCardNumbers(draft.message) };
  kept["number"] = withoutCardNumbers(draft.number);
  const mine = Object.fromEntries(forThisTab.map((name) => [name, kept[name]]));
  for (const name of forThisTab) delete kept[name];
  localStorage.setItem(place, JSON.stringify(kept));
  sessionStorage.setItem(place, JSON.stringify(mine));
}

export function loadDraft(): Draft {
  return { ...emptyDraft, ...read(localStorage), ...read(sessionStorage) };
}

export function forgetDraft(): void {
  localStorage.removeItem(place);
  sessionStorage.removeItem(place);
}

function read(storage: Storage): Partial<Draft> {
  try {
    return JSON.parse(storage.getItem(place) ?? "{}");
  } catch {
    // Not ours, or cut short: the form begins empty.
    return {};
  }
}
