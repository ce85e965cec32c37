import type { CaseAction } from "../../graphql/words.ts";

interface Offer {
  readonly action: CaseAction;
  readonly allowed: boolean;
}

/** What a shop or a bank is asked for, first what ends their turn. */
const tasks = [
  { action: "RECORD_MERCHANT_ANSWER", task: "answer" },
  { action: "RECORD_BANK_RULING", task: "rule" },
  { action: "ADVANCE_DISPUTE", task: "advance" },
] as const;

/** Read off what the case itself allows; where nothing of it is open, somebody waits for their word in the thread. */
export function taskOf(offers: readonly Offer[]) {
  const open = offers.filter(({ allowed }) => allowed).map(({ action }) => action);
  return tasks.find(({ action }) => open.includes(action)) ?? ({ action: null, task: "look" } as const);
}
