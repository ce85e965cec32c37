import type { CaseReason } from "../../cases/domain/words.ts";
import type { CardNetwork } from "../../transactions/domain/words.ts";
import { otherPacks } from "./other-packs.ts";
import type { ReasonCode, RulePack } from "./rule-pack.ts";
import { visaPack } from "./visa-pack.ts";
import type { DisputeReason, DisputeWorkflow } from "./words.ts";

export const rulePacks: readonly RulePack[] = [visaPack, ...otherPacks];

/** Null for networks whose rules nobody has written down here. */
export function packOf(network: CardNetwork): RulePack | null {
  return rulePacks.find((pack) => pack.network === network) ?? null;
}

export function findReasonCode(network: CardNetwork, code: string): ReasonCode | null {
  return packOf(network)?.codes.find((known) => known.code === code) ?? null;
}

/** What it is about; a code that we do not know is about something else. */
export function disputeReasonOf(network: CardNetwork, code: string): DisputeReason {
  return findReasonCode(network, code)?.reason ?? "OTHER";
}

/** Outside the known codes the parties answer each other: the desk is then never shut out of answering. */
export function workflowOf(network: CardNetwork, code: string): DisputeWorkflow {
  return findReasonCode(network, code)?.workflow ?? "COLLABORATION";
}

/** The clock by which the desk answers; the shortest of all where the network is not known. */
export function answerClockOf(network: CardNetwork): string {
  return packOf(network)?.answerClock ?? "dispute-answer";
}

/** The clock by which the desk files for arbitration; that of an answer where it is not known to have one of its own. */
export function filingClockOf(network: CardNetwork): string {
  return packOf(network)?.filingClock ?? answerClockOf(network);
}

/** What the desk calls the reason of a case that came from the bank. */
export const caseReasonOf: Readonly<Record<DisputeReason, CaseReason>> = {
  NOT_AUTHORISED_CARD_PRESENT: "NOT_RECOGNISED",
  COUNTERFEIT: "NOT_RECOGNISED",
  NOT_AUTHORISED_CARD_ABSENT: "NOT_RECOGNISED",
  NOT_RECOGNISED: "NOT_RECOGNISED",
  NOT_RECEIVED: "GOODS_NOT_RECEIVED",
  NOT_AS_DESCRIBED: "NOT_AS_DESCRIBED",
  CANCELLED: "CANCELLED",
  CREDIT_NOT_PROCESSED: "RETURNED_NOT_REFUNDED",
  DUPLICATE: "DUPLICATE_CHARGE",
  WRONG_AMOUNT: "WRONG_AMOUNT",
  PAID_BY_OTHER_MEANS: "PAID_BY_OTHER_MEANS",
  AUTHORISATION_MISSING: "NOT_RECOGNISED",
  LATE_PRESENTMENT: "OTHER",
  PROCESSING_ERROR: "OTHER",
  OTHER: "OTHER",
};
