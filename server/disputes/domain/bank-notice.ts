import type { Detail } from "../../cases/domain/action-input.ts";
import { type CardNetwork, cardNetworks } from "../../transactions/domain/words.ts";
import { type DisputeState, disputeStates } from "./words.ts";

/** What the bank says of a dispute of its own when it reaches a case; nothing in it is personal, so the event keeps it. */
export interface BankNotice {
  readonly reference: string;
  /** Of its number: above one where the bank charges back again after an end. */
  readonly cycle: number;
  readonly network: CardNetwork;
  readonly reasonCode: string;
  readonly state: DisputeState;
  readonly openedAt: Date;
  readonly respondBy: Date | null;
}

export function toDetail({ reference, cycle, network, reasonCode, state, openedAt, respondBy }: BankNotice): Detail {
  const at = { openedAt: openedAt.toISOString(), respondBy: respondBy?.toISOString() ?? null };
  return { reference, cycle, network, reasonCode, state, ...at };
}

/** Reads back what `toDetail` wrote; anything else is a mistake of ours. */
export function readNotice(detail: Detail): BankNotice {
  const { reference, cycle, reasonCode, openedAt, respondBy } = detail;
  const network = cardNetworks.find((known) => known === detail["network"]);
  const state = disputeStates.find((known) => known === detail["state"]);
  if (network === undefined || state === undefined || typeof openedAt !== "string")
    throw new Error("Not a bank's notice");
  return {
    reference: String(reference),
    cycle: typeof cycle === "number" ? cycle : 1,
    network,
    reasonCode: String(reasonCode),
    state,
    openedAt: new Date(openedAt),
    respondBy: typeof respondBy === "string" ? new Date(respondBy) : null,
  };
}
