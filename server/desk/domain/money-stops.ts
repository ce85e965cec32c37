import type { Bilingual } from "../../kernel/calendar.ts";
import type { Day } from "../../kernel/day.ts";
import type { RefundState } from "../../refunds/domain/words.ts";
import { momentInWords } from "./days-in-words.ts";
import type { TrackedFacts } from "./tracked-facts.ts";

/** Where a customer's money can be, on its way back. */
export const moneyStops = ["PAID", "SET_ASIDE", "SENT", "ARRIVED"] as const;
export type MoneyStop = (typeof moneyStops)[number];

/** OFF: it will not come there. */
export const stopStates = ["DONE", "HERE", "LATER", "OFF"] as const;
export type StopState = (typeof stopStates)[number];

export interface TrackedStop {
  readonly stop: MoneyStop;
  readonly state: StopState;
  readonly title: Bilingual;
  readonly note: Bilingual | null;
  /** When it got there. */
  readonly at: Date | null;
  /** When it should. */
  readonly expectedOn: Day | null;
}

/** How far the instruction has brought it. Money that is held but not sent cannot be spent by the shop; failed ones may hold or not. */
const reachedBy: Readonly<Record<RefundState, MoneyStop>> = {
  DRAFT: "PAID",
  AWAITING_APPROVAL: "SET_ASIDE",
  QUEUED: "SET_ASIDE",
  SUBMITTED: "SENT",
  PROCESSING: "SENT",
  UNKNOWN: "SENT",
  PAID_OUTSIDE: "SENT",
  SETTLED: "ARRIVED",
  FAILED: "SET_ASIDE",
  RETURNED: "PAID",
  CANCELLED: "PAID",
};

/** What the bank gives back itself was neither set aside here nor sent; what it has taken from the shop meanwhile waits there. */
const stopsByTheBank: readonly MoneyStop[] = ["PAID", "ARRIVED"];
const stopsAtTheBank: readonly MoneyStop[] = ["PAID", "SET_ASIDE", "ARRIVED"];

/** The bank decides, and gives back by itself what it decides on; a refund of ours that failed before is no longer meant. */
const isAtBank = ({ state, refund }: TrackedFacts): boolean =>
  state === "AT_BANK" && (refund === null || refund.state === "FAILED");

function lineOf(facts: TrackedFacts): readonly MoneyStop[] {
  if (isAtBank(facts)) return facts.isTakenByBank ? stopsAtTheBank : stopsByTheBank;
  return facts.outcome === "CHARGED_BACK" ? stopsByTheBank : moneyStops;
}

/** The stops of the customer's money; `workingDays` is what the policy says of the way to the card. */
export function stopsOf(
  facts: TrackedFacts,
  workingDays: { readonly from: number; readonly to: number },
): readonly TrackedStop[] {
  const stops = lineOf(facts);
  const reached = stops.indexOf(reachedStop(facts));
  return stops.map((stop, index) => {
    const state = stateOf(facts, index, reached, stops.length - 1);
    return {
      stop,
      state,
      title: titleOf(stop, facts),
      note: noteOf(stop, state, facts, workingDays),
      at: index > reached ? null : timeOf(stop, facts),
      expectedOn: stop === "ARRIVED" && state === "LATER" ? expectedOn(facts) : null,
    };
  });
}

/** Of what did not go through, or is paid in another way, no day was promised. */
function expectedOn({ refund }: TrackedFacts): Day | null {
  return refund === null || refund.state === "FAILED" || refund.isOutside ? null : refund.expectedOn;
}

function reachedStop(facts: TrackedFacts): MoneyStop {
  const { refund, outcome } = facts;
  if (outcome === "CHARGED_BACK") return "ARRIVED";
  if (isAtBank(facts)) return facts.isTakenByBank ? "SET_ASIDE" : "PAID";
  if (refund === null) return "PAID";
  return refund.state === "FAILED" && !refund.holdsMoney ? "PAID" : reachedBy[refund.state];
}

function stateOf({ state }: TrackedFacts, index: number, reached: number, last: number): StopState {
  if (index < reached || (index === reached && reached === last)) return "DONE";
  if (index === reached) return "HERE";
  return state === "CLOSED" ? "OFF" : "LATER";
}

function titleOf(stop: MoneyStop, facts: TrackedFacts): Bilingual {
  const { sale, outcome, refund } = facts;
  const isOutside = refund?.isOutside === true;
  switch (stop) {
    case "PAID":
      return { zh: "您付给商户", en: "You paid the shop" };
    case "SET_ASIDE":
      if (isAtBank(facts)) return { zh: "您的银行已从商户扣回", en: "Taken back by your bank" };
      return { zh: "已预留", en: "Set aside" };
    case "SENT":
      if (refund?.state === "PAID_OUTSIDE") return { zh: "登记为已付出", en: "Recorded as paid" };
      return isOutside ? { zh: "已付出", en: "Paid out" } : { zh: "发往您的银行", en: "Sent to your bank" };
    case "ARRIVED":
      if (outcome === "CHARGED_BACK" || isAtBank(facts)) return { zh: "由您的银行退还", en: "Given back by your bank" };
      if (isOutside) return { zh: "退还给您", en: "With you" };
      return sale === null
        ? { zh: "到您的卡上", en: "On your card" }
        : { zh: `到尾号 ${sale.cardLast4} 的卡上`, en: `On card ending ${sale.cardLast4}` };
  }
}

const ifChanged: Bilingual = { zh: "仅在改变决定之后", en: "Only if the decision changes" };

const whileDecided: Bilingual = {
  zh: "决定之前，商户不能动用这笔钱",
  en: "The shop cannot spend it while this is decided",
};
/** It may have been tried before, or wait for the provider to be back: so nothing is said of when. */
const waitsToBeSent: Bilingual = { zh: "已同意退款，等待发出", en: "The refund is agreed and waits to be sent" };
/** One that failed and still holds its money was always sent. */
const didNotGoThrough: Bilingual = {
  zh: "这次没有成功，我们正在处理",
  en: "It did not go through; we are seeing to it",
};

function noteOf(
  stop: MoneyStop,
  state: StopState,
  facts: TrackedFacts,
  { from, to }: { readonly from: number; readonly to: number },
): Bilingual | null {
  const { sale, refund, now, state: matter } = facts;
  if (stop === "PAID" && state === "HERE" && refund?.returnedAt != null) {
    const on = momentInWords(refund.returnedAt, now);
    return { zh: `退款于${on.zh}被退回`, en: `The refund came back on ${on.en}` };
  }
  // Whoever withdraws may have been paid by the shop itself, which nobody here sees.
  if (stop === "PAID" && state === "HERE" && facts.outcome === "WITHDRAWN")
    return { zh: "没有经我们退款", en: "Nothing went back through us" };
  const isRefused = matter === "DECLINED" || matter === "CLOSED";
  if (stop === "PAID" && state === "HERE" && isRefused)
    return { zh: "没有退款，钱仍在商户", en: "It stays with the shop" };
  if (stop === "PAID" && sale === null) return { zh: "正在查找这笔付款", en: "We are looking for this payment" };
  if (isAtBank(facts)) return noteAtBank(stop);
  const isAgreed = matter === "REFUNDING";
  if (stop === "SET_ASIDE" && state === "HERE") {
    if (!isAgreed) return whileDecided;
    return refund?.state === "FAILED" ? didNotGoThrough : waitsToBeSent;
  }
  if (stop === "SENT" && state === "LATER" && !isAgreed)
    return matter === "DECLINED" ? ifChanged : { zh: "同意退款之后", en: "If it is approved" };
  if (stop !== "ARRIVED" || state !== "LATER" || matter === "DECLINED") return null;
  // A day stands beside it, and is not said twice.
  if (expectedOn(facts) !== null) return null;
  if (refund?.isOutside === true) return { zh: "核对之后", en: "Once that is confirmed" };
  return { zh: `发出后 ${from}–${to} 个工作日`, en: `${from}–${to} working days after it is sent` };
}

function noteAtBank(stop: MoneyStop): Bilingual | null {
  if (stop === "SET_ASIDE") return whileDecided;
  return stop === "ARRIVED" ? { zh: "如果银行支持您", en: "If it decides for you" } : null;
}

function timeOf(stop: MoneyStop, { sale, refund }: TrackedFacts): Date | null {
  switch (stop) {
    case "PAID":
      return sale?.paidAt ?? null;
    case "SET_ASIDE":
      return refund?.proposedAt ?? null;
    case "SENT":
      // What was sent before by the card's way did not go through.
      return refund === null || refund.isOutside ? null : refund.sentAt;
    case "ARRIVED":
      return refund?.settledAt ?? null;
  }
}
