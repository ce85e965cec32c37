import type { CardNetwork } from "../../transactions/domain/words.ts";

/** Cards as the demo's customers carry them: a network, and how such a number begins. */
export interface CardKind {
  readonly network: CardNetwork;
  readonly first6: string;
  /** How many carry one, against the others. */
  readonly weight: number;
}

export const demoCards: readonly CardKind[] = [
  { network: "UNIONPAY", first6: "629901", weight: 26 },
  { network: "UNIONPAY", first6: "629902", weight: 20 },
  { network: "UNIONPAY", first6: "629905", weight: 12 },
  { network: "VISA", first6: "491201", weight: 13 },
  { network: "VISA", first6: "491207", weight: 9 },
  { network: "MASTERCARD", first6: "539901", weight: 9 },
  { network: "MASTERCARD", first6: "539906", weight: 6 },
  { network: "AMEX", first6: "379907", weight: 3 },
  { network: "OTHER", first6: "359908", weight: 2 },
];

/** The network at whose issuers the demo's bank officer works. */
export const ownNetwork: CardNetwork = "VISA";
