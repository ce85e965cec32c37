import type { CardNetwork } from "../../transactions/domain/words.ts";
import { waitsOn } from "./dispute-machine.ts";
import { answerClockOf, workflowOf } from "./packs.ts";
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
      return { rule: answerClockOf(dispute.network), dueAt: dispute.respondBy };
    case "BANK":
      return { rule: "bank-ruling", dueAt: null };
    case null:
      return null;
  }
}
