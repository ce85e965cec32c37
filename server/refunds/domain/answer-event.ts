import type { QueryAnswer, SubmitAnswer } from "../../providers/domain/answers.ts";
import type { ProviderReport, ReportedEvent } from "./provider-report.ts";
import { nextRefundState } from "./refund-machine.ts";
import type { RefundState } from "./words.ts";

/** What an answer means for an instruction in this state; null: nothing new. */
export function eventOf(state: RefundState, key: string, answer: SubmitAnswer | QueryAnswer): ProviderReport | null {
  const report = reportOf(key, answer);
  return nextRefundState(state, report.event) === null ? null : report;
}

function reportOf(key: string, answer: SubmitAnswer | QueryAnswer): ProviderReport {
  const report = (event: ReportedEvent, more: Partial<ProviderReport> = {}): ProviderReport => {
    return { event, key, reference: null, code: null, notBefore: null, ...more };
  };
  switch (answer.answer) {
    case "ACCEPTED":
    case "PROCESSING":
      return report("ACCEPT", { reference: answer.reference });
    case "SETTLED":
      return report("SETTLE", { reference: answer.reference });
    case "DECLINED":
      return report(answer.retryable ? "DECLINE_FOR_NOW" : "DECLINE_FOR_GOOD", { code: answer.code });
    case "NOT_TAKEN":
      return report("POSTPONE", { code: answer.code, notBefore: answer.until });
    case "NEVER_RECEIVED":
      return report("FIND_NEVER_RECEIVED");
    case "NO_ANSWER":
      return report("LOSE_ANSWER", { code: answer.code });
  }
}
