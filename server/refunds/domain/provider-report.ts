import type { ApprovalState } from "../../approvals/domain/words.ts";
import type { Detail } from "../../cases/domain/action-input.ts";
import type { CaseAction } from "../../cases/domain/words.ts";
import type { RefundEvent } from "./refund-machine.ts";

/** What became of an instruction, as a job (or whoever paid by hand) tells the case. It is kept in the event. */
export interface ProviderReport {
  readonly event: ReportedEvent;
  /** The key that was answered about; an answer about an earlier key of the same refund changes nothing. */
  readonly key: string;
  readonly reference: string | null;
  readonly code: string | null;
  readonly notBefore: Date | null;
}

/** Which events each action on the case may report. */
export const reportableEvents = {
  RECORD_REFUND_PROGRESS: [
    "ACCEPT",
    "LOSE_ANSWER",
    "FIND_NEVER_RECEIVED",
    "POSTPONE",
    "AGREE_BY_HAND",
    "REFUSE_BY_HAND",
  ],
  SETTLE_REFUND: ["SETTLE", "PAY_BY_HAND"],
  FAIL_REFUND: ["DECLINE_FOR_NOW", "DECLINE_FOR_GOOD"],
} as const satisfies Partial<Record<CaseAction, readonly RefundEvent[]>>;

export type ReportingAction = keyof typeof reportableEvents;
export type ReportedEvent = (typeof reportableEvents)[ReportingAction][number];

/** What people say of money that was moved outside, and how the request for it must stand by then. */
export const byHand: Readonly<Partial<Record<ReportedEvent, readonly ApprovalState[]>>> = {
  AGREE_BY_HAND: ["OPEN"],
  REFUSE_BY_HAND: ["REJECTED", "EXPIRED"],
  PAY_BY_HAND: ["GRANTED"],
};

/** The action through which an event reaches the case. */
export function actionFor(event: ReportedEvent): ReportingAction {
  switch (event) {
    case "SETTLE":
    case "PAY_BY_HAND":
      return "SETTLE_REFUND";
    case "DECLINE_FOR_NOW":
    case "DECLINE_FOR_GOOD":
      return "FAIL_REFUND";
    default:
      return "RECORD_REFUND_PROGRESS";
  }
}

export function toDetail({ event, key, reference, code, notBefore }: ProviderReport): Detail {
  return { event, key, reference, code, notBefore: notBefore?.toISOString() ?? null };
}

/** Null where the detail does not say what this action reports. */
export function readReport(action: ReportingAction, detail: Detail): ProviderReport | null {
  const { event, key, reference, code, notBefore } = detail;
  const found = reportableEvents[action].find((known) => known === event);
  if (found === undefined || typeof key !== "string") return null;
  return { event: found, key, reference: textOf(reference), code: textOf(code), notBefore: dateOf(notBefore) };
}

function textOf(value: Detail[string] | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function dateOf(value: Detail[string] | undefined): Date | null {
  const at = new Date(textOf(value) ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
}
