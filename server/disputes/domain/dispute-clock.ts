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

/** Where the bank has refused a second round that the desk began, what is left to the desk is arbitration. */
function ruleOfDesk({ network, state }: MovedDispute): string {
  return state === "PRE_ARBITRATION_ANSWERED" ? filingClockOf(network) : answerClockOf(network);
}
