import type { TFunction } from "i18next";
import { isWindow } from "../graphql/clock-windows.ts";
import type {
  AgencyOutcome,
  BankRuling,
  CaseEventKind,
  CaseState,
  CheckKind,
  CheckOutcome,
  DisputeStep,
  ReferralStep,
  Role,
} from "../graphql/words.ts";
import { amountText } from "../ui/amount.ts";

interface Told {
  readonly kind: CaseEventKind;
  readonly by: Role;
  /** Where the case was then. */
  readonly to: CaseState;
  /** The name of whoever did it. */
  readonly who: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

/** What happens of itself: where nobody did it, nobody is named. */
const ofItself: ReadonlySet<CaseEventKind> = new Set<CaseEventKind>([
  "OPEN",
  "JOIN_DISPUTE",
  "ADOPT_DISPUTE",
  "AUTO_APPROVE",
  "EXPIRE_APPROVAL",
  "EXPIRE_CHECK_WAIVER",
  "RECORD_REFUND_PROGRESS",
  "SETTLE_REFUND",
  "FAIL_REFUND",
  "ADVANCE_DISPUTE",
  "ADVANCE_REFERRAL",
  "EXPIRE",
  "FIND_PAYMENT",
  "RECORD_CLOCK_BREACH",
]);

const checks: Readonly<Record<CheckKind, true>> = {
  TRANSACTION_FOUND: true,
  AMOUNT_REFUNDABLE: true,
  WITHIN_WINDOW: true,
  PROOF_PRESENT: true,
  IDENTITY_CONFIRMED: true,
  GOODS_STATE: true,
};
const found: Readonly<Record<Exclude<CheckOutcome, "PENDING">, true>> = {
  PASSED: true,
  FAILED: true,
  WAIVED: true,
  NOT_NEEDED: true,
};
const isCheck = (value: string): value is CheckKind => value in checks;
const isFound = (value: string): value is keyof typeof found => value in found;

const steps: Readonly<Record<DisputeStep, true>> = {
  ANSWER_INQUIRY: true,
  RECEIVE_CHARGEBACK: true,
  REPRESENT: true,
  ACCEPT: true,
  OPEN_PRE_ARBITRATION: true,
  ANSWER_PRE_ARBITRATION: true,
  FILE_ARBITRATION: true,
  LAPSE: true,
  MOVE_DEADLINE: true,
  REVERSE_CHARGEBACK: true,
};
const rulings: Readonly<Record<BankRuling, true>> = {
  CHARGEBACK_UPHELD: true,
  MERCHANT_MUST_REFUND: true,
  MERCHANT_UPHELD: true,
  RETURNED_UNRESOLVED: true,
};
const referralSteps: Readonly<Record<`referral:${ReferralStep}`, ReferralStep>> = {
  "referral:ACKNOWLEDGE": "ACKNOWLEDGE",
  "referral:BEGIN_MEDIATION": "BEGIN_MEDIATION",
  "referral:TRANSFER": "TRANSFER",
};
const agencyOutcomes: Readonly<Record<AgencyOutcome, true>> = {
  MEDIATED_REFUND: true,
  MEDIATION_ENDED: true,
  COMPLAINT_REFUSED: true,
};
/** What became of money on its way back: what the acquirer said of it, or what colleagues said of money that somebody paid outside. */
const news = {
  ACCEPT: true,
  LOSE_ANSWER: true,
  FIND_NEVER_RECEIVED: true,
  POSTPONE: true,
  AGREE_BY_HAND: true,
  REFUSE_BY_HAND: true,
  PAY_BY_HAND: true,
} as const;
const isNews = (value: string): value is keyof typeof news => value in news;

const isStep = (value: string): value is DisputeStep => value in steps;
const isReferralStep = (value: string): value is keyof typeof referralSteps => value in referralSteps;
const isAgencyOutcome = (value: string): value is AgencyOutcome => value in agencyOutcomes;
const isRuling = (value: string): value is BankRuling => value in rulings;

/** An event as a whole sentence about whoever did it; of a check, an answer, a step, a ruling or a deadline, which one it was. */
export function eventSentence({ kind, by, to, who, facts }: Told, t: TFunction<"console">): (name: string) => string {
  const factOf = (name: string) => facts.find((fact) => fact.name === name)?.value ?? "";
  const [check, outcome] = [factOf("check"), factOf("outcome")];
  if (isCheck(check) && kind === "EXPIRE_CHECK_WAIVER")
    return () => t("checkBy.LAPSED", { check: t(`checkKind.${check}`) });
  const report = factOf("detail.event");
  if ((kind === "RECORD_REFUND_PROGRESS" || kind === "SETTLE_REFUND") && isNews(report))
    return (name) =>
      t(by === "SYSTEM" && report === "REFUSE_BY_HAND" ? "refundNews.LAPSED" : `refundNews.${report}`, { name });
  const clock = factOf("clock");
  if (kind === "RECORD_CLOCK_BREACH" && clock !== "")
    return () => t(isWindow(factOf("rule")) ? "windowPassed" : "clockPassed", { clock });
  if (kind === "APPROVE_REFUND" && to === "AWAITING_APPROVAL") return (name) => t("proposedBy", { name });
  if (kind === "ADOPT_DISPUTE" && factOf("reference") !== "") return () => adoptedSentence(factOf, t);
  if (by === "SYSTEM" && kind === "EXPIRE") return () => t(to === "CLOSED" ? "expiredTo.CLOSED" : "expiredTo.OFFER");
  if (by === "SYSTEM" && ofItself.has(kind)) return () => t(`event.${kind}`);
  if (by === "CUSTOMER" && kind === "OPEN") return (name) => t("askedBy", { name });
  if (isCheck(check)) {
    const named = t(`checkKind.${check}`);
    if (kind === "PROPOSE_CHECK_WAIVER") return (name) => t("checkBy.PROPOSED", { name, check: named });
    if (kind === "REJECT_CHECK_WAIVER") return (name) => t("checkBy.REJECTED", { name, check: named });
    if (kind === "RECORD_CHECK" && isFound(outcome)) return (name) => t(`checkBy.${outcome}`, { name, check: named });
  }
  const [step, ruling, confirms] = [factOf("disputeStep"), factOf("ruling"), factOf("confirms")];
  if (kind === "ADVANCE_DISPUTE" && isStep(step)) return (name) => t(`disputeStepBy.${step}`, { name });
  const [referred, said] = [factOf("step"), factOf("detail.outcome")];
  if (kind === "ADVANCE_REFERRAL" && isReferralStep(referred))
    return (name) => t(`referralStepBy.${referralSteps[referred]}`, { name });
  if (kind === "RECORD_AGENCY_OUTCOME" && isAgencyOutcome(said))
    return (name) => t("stepBy.AGENCY", { name, outcome: t(`agencyOutcome.${said}`) });
  if (kind === "RECORD_BANK_RULING" && isRuling(ruling)) {
    const [minor, currency] = [factOf("paidTwice.minor"), factOf("paidTwice.currency")];
    const said = t(`bankRuling.${ruling}`);
    if (minor === "") return (name) => t("stepBy.RULING", { name, ruling: said });
    return (name) => t("stepBy.PAID_TWICE", { name, ruling: said, amount: amountText({ minor, currency }) });
  }
  if (kind === "RECORD_MERCHANT_ANSWER" && (confirms === "true" || confirms === "false"))
    return (name) => t(confirms === "true" ? "stepBy.CONFIRMED" : "stepBy.CONTESTED", { name });
  const [from, given] = [factOf("fromAssignee"), factOf("assignee")];
  if (kind === "REOPEN" && from !== "") return (name) => t("assignBy.REOPENED_FROM", { name, from });
  if (kind === "ASSIGN" && (from !== "" || given !== "")) return assignedSentence({ from, to: given, by, who }, t);
  return (name) => t(`eventBy.${kind}`, { name });
}

/** The bank's number, and what its word changed of what the desk had written. */
function adoptedSentence(factOf: (name: string) => string, t: TFunction<"console">): string {
  const amountOf = (when: string) =>
    amountText({ minor: factOf(`${when}.amount.minor`), currency: factOf(`${when}.amount.currency`) });
  const [code, newCode] = [factOf("before.reasonCode"), factOf("after.reasonCode")];
  const [amount, newAmount] = [amountOf("before"), amountOf("after")];
  const [sameCode, sameAmount] = [code === newCode, amount === newAmount];
  const what = sameCode ? (sameAmount ? "SAME" : "AMOUNT") : sameAmount ? "CODE" : "BOTH";
  return t(`adopted.${what}`, { number: factOf("reference"), code, newCode, amount, newAmount });
}

/** Whom a case went from and to; the desk itself moves one where its holder can work it no more. */
function assignedSentence(
  { from, to, by, who }: { readonly from: string; readonly to: string; readonly by: Role; readonly who: string },
  t: TFunction<"console">,
): (name: string) => string {
  if (by === "SYSTEM" && from !== "")
    return () => (to === "" ? t("assignBy.HANDED_BACK", { from }) : t("assignBy.HANDED_ON", { from, to }));
  if (to === "") return (name) => t(from === who ? "assignBy.GAVE_UP" : "assignBy.TAKEN_FROM", { name, from });
  if (from === "") return (name) => t(to === who ? "assignBy.TOOK" : "assignBy.GAVE", { name, to });
  return (name) => t(to === who ? "assignBy.TOOK_OVER" : "assignBy.MOVED", { name, from, to });
}
