import type { CaseFacts, SaleFacts } from "../../cases/domain/case-facts.ts";
import type { CaseAction, CaseState } from "../../cases/domain/words.ts";
import { workflow } from "../../cases/domain/workflow.ts";

/** A sale's money, and how much of what is in flight is only held: nobody has sent it. */
export interface ForeseenMoney extends SaleFacts {
  readonly heldMinor: bigint;
}

/** A sale's money before an action and after it. */
export interface MoneyOutlook {
  readonly before: ForeseenMoney;
  readonly after: ForeseenMoney;
}

export interface PlannedMoney {
  readonly action: CaseAction;
  readonly to: CaseState;
  /** What the action would propose to give back. */
  readonly amountMinor: bigint;
  /** What the case's latest refund holds and would be set free: it waits for approval, or has failed. */
  readonly releasableMinor: bigint;
  /** What the bank would keep by its ruling; null where nobody rules. */
  readonly bankKeepsMinor: bigint | null;
}

/** What the row's effects would do to the money of the sale; null where there is none. */
export function outlookMoney({ sale, takenByBankMinor }: CaseFacts, planned: PlannedMoney): MoneyOutlook | null {
  if (sale === null) return null;
  const { effects } = workflow[planned.action];
  const proposes =
    effects.includes("PROPOSE_REFUND") && (planned.to === "REFUNDING" || planned.to === "AWAITING_APPROVAL");
  const held = proposes ? planned.amountMinor : heldAgain(planned);
  const freed = effects.includes("RELEASE_REFUND") ? planned.releasableMinor : 0n;
  const taken = planned.bankKeepsMinor === null ? 0n : planned.bankKeepsMinor - takenByBankMinor;
  return {
    before: { ...sale, heldMinor: planned.releasableMinor },
    after: {
      ...sale,
      heldMinor: goesOut(planned) ? 0n : planned.releasableMinor + held - freed,
      inFlightMinor: sale.inFlightMinor + held - freed,
      ...afterBank(sale, taken),
    },
  };
}

/** What is said to be paid outside is held; of a refund that failed for now it is already. */
function heldAgain({ action, amountMinor, releasableMinor }: PlannedMoney): bigint {
  return workflow[action].effects.includes("PROPOSE_MANUAL_REFUND") ? amountMinor - releasableMinor : 0n;
}

const sending = ["PROPOSE_REFUND", "QUEUE_REFUND", "RETRY_REFUND"] as const;

/** What waited is sent by a last agreement and by another try; what is proposed within one's limit is not held at all. */
function goesOut({ action, to }: PlannedMoney): boolean {
  const { effects } = workflow[action];
  return to === "REFUNDING" && sending.some((effect) => effects.includes(effect));
}

/** What the sale no longer has is paid twice, and what comes back covers that first. */
function afterBank(sale: SaleFacts, takenMinor: bigint): Pick<SaleFacts, "chargedBackMinor" | "paidTwiceMinor"> {
  const left = sale.capturedMinor - sale.refundedMinor - sale.inFlightMinor - sale.chargedBackMinor;
  const beyond = sale.paidTwiceMinor + takenMinor - left;
  const paidTwiceMinor = beyond > 0n ? beyond : 0n;
  return {
    paidTwiceMinor,
    chargedBackMinor: sale.chargedBackMinor + sale.paidTwiceMinor + takenMinor - paidTwiceMinor,
  };
}
