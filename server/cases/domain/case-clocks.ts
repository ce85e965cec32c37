import type { PolicyContent } from "../../policies/domain/policy-content.ts";
import type { CaseAction, CaseState } from "./words.ts";

/** What a policy promises of how long something takes. */
export type PromisedTimes = Pick<PolicyContent, "arrivalWorkingDays" | "appealWindowDays" | "reopenWindowDays">;

/** When a case's clock runs. The length, calendar and source of each rule stand with the rule in `clocks`. */
export interface CaseClock {
  readonly rule: string;
  /** It starts on entering one of these (or on `startsOn`), and is met on leaving them and `pausedIn`. */
  readonly runsIn: readonly CaseState[];
  readonly pausedIn: readonly CaseState[];
  /** Started by this action instead of by entering a state; "FEATURE": a higher feature starts it with its own date. */
  readonly startsOn: CaseAction | "FEATURE" | null;
  /** Met by these, even while the case stays where it is. */
  readonly metBy: readonly CaseAction[];
  /** These call the run in hand off; as long as the case rests in `runsIn`, another begins. */
  readonly restartsOn: readonly CaseAction[];
  /** How long it runs by the policy in force for the case when it starts; null: as long as its rule says. */
  readonly promised: ((times: PromisedTimes) => number) | null;
  /** What the desk itself does when it runs out; null: it is recorded, and shown as late. */
  readonly onBreach: CaseAction | null;
}

const stated = { pausedIn: [], startsOn: null, metBy: [], restartsOn: [], promised: null, onBreach: null } as const;

// biome-ignore format: a table is read by its columns
export const caseClocks: readonly CaseClock[] = [
  { ...stated, rule: "decide-request",       runsIn: ["NEW", "VERIFYING"], pausedIn: ["AWAITING_CUSTOMER"] },
  { ...stated, rule: "customer-information", runsIn: ["AWAITING_CUSTOMER"], onBreach: "EXPIRE" },
  { ...stated, rule: "merchant-answer",      runsIn: ["VERIFYING"], pausedIn: ["AWAITING_CUSTOMER"], startsOn: "BEGIN_VERIFICATION", metBy: ["RECORD_MERCHANT_ANSWER"] },
  { ...stated, rule: "approval",             runsIn: ["AWAITING_APPROVAL"] },
  { ...stated, rule: "refund-arrival",       runsIn: ["REFUNDING"], restartsOn: ["RETRY_REFUND"], promised: ({ arrivalWorkingDays }) => arrivalWorkingDays.to },
  { ...stated, rule: "appeal-window",        runsIn: ["DECLINED"], promised: ({ appealWindowDays }) => appealWindowDays, onBreach: "CLOSE" },
  { ...stated, rule: "offer-answer",         runsIn: ["NEGOTIATING"], pausedIn: ["AWAITING_CUSTOMER"], startsOn: "MAKE_OFFER", metBy: ["ACCEPT_OFFER", "REJECT_OFFER"] },
  { ...stated, rule: "bank-ruling",          runsIn: ["AT_BANK"], startsOn: "FEATURE" },
  { ...stated, rule: "dispute-answer",       runsIn: ["AT_BANK"], startsOn: "FEATURE" },
  { ...stated, rule: "agency-accept",        runsIn: ["AT_AGENCY"], startsOn: "FEATURE" },
  { ...stated, rule: "agency-mediation",     runsIn: ["AT_AGENCY"], startsOn: "FEATURE" },
  { ...stated, rule: "complaint-answer",     runsIn: ["AT_AGENCY"], startsOn: "FEATURE" },
  { ...stated, rule: "reopen-window",        runsIn: ["CLOSED"], promised: ({ reopenWindowDays }) => reopenWindowDays },
];
