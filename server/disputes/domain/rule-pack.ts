import type { CardNetwork } from "../../transactions/domain/words.ts";
import type { DisputeReason, DisputeWorkflow } from "./words.ts";

/** A number of days with whether somebody here has read the text that it stands in. */
export interface Window {
  readonly days: number;
  readonly confirmed: boolean;
}

/** One reason code of a network. */
export interface ReasonCode {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly reason: DisputeReason;
  readonly workflow: DisputeWorkflow;
  /** How long the cardholder's bank has to raise it. */
  readonly filing: Window;
  /** Whether the meaning was read in the network's own text. */
  readonly confirmed: boolean;
}

/** How one network runs its disputes, as data with a version. */
export interface RulePack {
  readonly network: CardNetwork;
  readonly version: number;
  readonly answer: Window;
  readonly preArbitrationAnswer: Window;
  readonly arbitrationFiling: Window;
  /** The deadline rule of `clocks` by which the desk answers. */
  readonly answerClock: string;
  /** The same by which the desk files for arbitration, where the network leaves that to it. */
  readonly filingClock?: string;
  readonly source: string;
  readonly codes: readonly ReasonCode[];
}

export const read = (days: number): Window => ({ days, confirmed: true });
export const hearsay = (days: number): Window => ({ days, confirmed: false });
