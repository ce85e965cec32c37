import type { CardNetwork } from "../../transactions/domain/words.ts";
import { waitsOn } from "./dispute-machine.ts";
import { answerClockOf, filingClockOf, workflowOf } from "./packs.ts";
import type { DisputeState } from "./words.ts";

interface MovedDispute {
  readonly network: CardNetwork;
  readonly reasonCode: string;
  readonly state: DisputeState;
  readonly respondBy: Date | null;
}

/** The clock of whoever must move next, and its date where one was given. */
export function clockOfDispute(dispute: MovedDispute) {
  switch (waitsOn(dispute.state, workflowOf(dispute.network, dispute.reasonCode))) {
    case "DESK":
      return { rule: ruleOfDesk(dispute), dueAt: dispute.respondBy };
    case "BANK":
      return { rule: "bank-ruling", dueAt: null };
    case null:
      return null;
  }
}

/**
 * The clock of a dispute that the desk has not heard of. A network's window runs from the day on which the dispute was raised,
 * whenever its file reaches the desk; of a later stage the file does not say when it began.
 */
export function clockOnArrival({ openedAt, ...dispute }: MovedDispute & { readonly openedAt: Date }) {
  const clock = clockOfDispute(dispute);
  const isFirst = dispute.state === "INQUIRY" || dispute.state === "CHARGEBACK";
  return clock === null ? null : { ...clock, since: isFirst ? openedAt : null };
}

/** Where the bank has refused a second round that the desk began, what is left to the desk is arbitration. */
function ruleOfDesk({ network, state }: MovedDispute): string {
  return state === "PRE_ARBITRATION_ANSWERED" ? filingClockOf(network) : answerClockOf(network);
}
