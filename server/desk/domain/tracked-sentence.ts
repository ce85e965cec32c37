import type { CaseOutcome, CaseState } from "../../cases/domain/words.ts";
import type { Bilingual } from "../../kernel/calendar.ts";
import { formatMoney, type Money } from "../../kernel/money.ts";
import { dayInWords, momentInWords } from "./days-in-words.ts";
import type { TrackedFacts } from "./tracked-facts.ts";

/** Where the matter stands, in one or two plain sentences for the customer: no jargon, and no promise that is not kept. */
export function trackedSentence(facts: TrackedFacts): Bilingual {
  return byState[facts.state](facts);
}

type Sentence = (facts: TrackedFacts) => Bilingual;

const byState: Readonly<Record<CaseState, Sentence>> = {
  NEW: (facts) => {
    const what =
      facts.sale === null
        ? { zh: "我们正在查找您的这笔付款。", en: "We are looking for your payment." }
        : { zh: "我们已收到您的申请，正在查看。", en: "We have your request and are looking at it." };
    return joined(what, willHear(facts));
  },
  VERIFYING: (facts) => {
    const what = facts.shopIsAsked
      ? { zh: "商户正在核实。", en: "The shop is checking." }
      : { zh: "我们正在根据核实结果作出决定。", en: "We are deciding on what was found." };
    return joined(what, willHear(facts));
  },
  AWAITING_CUSTOMER: ({ hearBy, now }) => {
    const what = { zh: "我们需要您补充一些信息。", en: "We need something from you." };
    if (hearBy === null) return what;
    const by = momentInWords(hearBy, now);
    return joined(what, { zh: `请在${by.zh}之前提供。`, en: `Please send it by ${by.en}.` });
  },
  AWAITING_APPROVAL: ({ refund, amount }) => {
    const sum = amountOf(refund?.amount ?? amount);
    return {
      zh: `退款 ${sum.zh} 已提出，等待最后审批。您不需要做任何事。`,
      en: `A refund of ${sum.en} has been put forward and waits for a last approval. You need not do anything.`,
    };
  },
  REFUNDING: (facts) => refunding(facts),
  DECLINED: ({ hearBy, now }) => {
    const what = { zh: "我们没有同意这次退款。", en: "We have not agreed to this refund." };
    if (hearBy === null || hearBy < now) return what;
    const by = momentInWords(hearBy, now);
    return joined(what, { zh: `如不同意，请在${by.zh}之前提出异议。`, en: `If you disagree, contest it by ${by.en}.` });
  },
  NEGOTIATING: ({ offer, offerLapsedAt, hearBy, now }) => {
    if (offer === null && offerLapsedAt !== null) return lapsed(momentInWords(offerLapsedAt, now));
    if (offer === null) {
      // Whoever has the case keeps it, so nobody else is promised.
      return { zh: "我们正在重新查看您的申请。", en: "We are looking at your request again." };
    }
    const sum = amountOf(offer);
    const what = { zh: `我们提出退还 ${sum.zh}。`, en: `You are offered ${sum.en}.` };
    if (hearBy === null) return joined(what, { zh: "请答复是否接受。", en: "Please say whether you accept." });
    const by = momentInWords(hearBy, now);
    return joined(what, { zh: `请在${by.zh}之前答复。`, en: `Please answer by ${by.en}.` });
  },
  AT_BANK: (facts) => joined({ zh: "您的发卡银行正在处理。", en: "Your card's bank is deciding." }, mayHear(facts)),
  AT_AGENCY: (facts) =>
    facts.isLodged
      ? lodged(facts)
      : joined(
          { zh: "消费者保护机构正在处理。", en: "The consumer-protection agency is dealing with it." },
          mayHear(facts),
        ),
  CLOSED: (facts) =>
    cameBack(facts) ?? noMore(facts) ?? (facts.outcome === null ? closed : byOutcome[facts.outcome](facts)),
};

/** The clock that runs then is of whether it takes the complaint on, and not of what comes of it. */
function lodged({ hearBy, now }: TrackedFacts): Bilingual {
  const what = {
    zh: "您的投诉已提交消费者保护机构。",
    en: "Your complaint is with the consumer-protection agency.",
  };
  if (hearBy === null || hearBy < now) return what;
  const by = momentInWords(hearBy, now);
  return joined(what, {
    zh: `预计${by.zh}之前答复是否受理。`,
    en: `It is expected to say by ${by.en} whether it takes it on.`,
  });
}

/** Its message still asks for an answer; whoever would give it now is told before they try, and what they can do instead. */
function lapsed(on: Bilingual): Bilingual {
  return {
    zh: `答复方案的期限已于${on.zh}届满，不能再接受。如仍愿意接受，请给我们留言。`,
    en: `The time to answer our offer ended on ${on.en}, so it can no longer be accepted. If you still want it, please write to us.`,
  };
}

function refunding({ refund, amount, sale, hearBy, now }: TrackedFacts): Bilingual {
  const sum = amountOf(refund?.amount ?? amount);
  if (refund?.state === "FAILED") {
    return {
      zh: `退款 ${sum.zh} 这次没有成功，我们正在处理。您不需要做任何事。`,
      en: `The refund of ${sum.en} did not go through this time, and we are seeing to it. You need not do anything.`,
    };
  }
  if (refund?.state === "PAID_OUTSIDE") {
    return {
      zh: `据登记，退款 ${sum.zh} 已以其他方式支付给您，我们正在核对。如果您没有收到，请给我们留言。`,
      en: `The refund of ${sum.en} is recorded as paid to you in another way, and we are checking that. If you did not get it, please write to us.`,
    };
  }
  const card = cardOf(sale);
  // It may wait for the provider to be back; until it was sent it is not said to be under way.
  const what =
    refund?.state === "QUEUED"
      ? { zh: `已同意将 ${sum.zh} 退回${card.zh}。`, en: `A refund of ${sum.en} to ${card.en} is agreed.` }
      : { zh: `${sum.zh} 正在退回${card.zh}。`, en: `${sum.en} is on its way back to ${card.en}.` };
  const day = refund?.expectedOn ?? null;
  if (day === null || hearBy === null) return what;
  const by = dayInWords(day, now);
  return hearBy < now
    ? joined(what, {
        zh: `本应在${by.zh}之前到账，我们正在催查。`,
        en: `It was due by ${by.en}, and we are chasing it.`,
      })
    : joined(what, { zh: `通常在${by.zh}之前到账。`, en: `It usually arrives by ${by.en}.` });
}

/** What had arrived and was sent back has not gone back to anybody, however the case ended. */
function cameBack({ refund, now }: TrackedFacts): Bilingual | null {
  if (refund?.state !== "RETURNED" || refund.returnedAt === null) return null;
  const [sum, on] = [amountOf(refund.amount), momentInWords(refund.returnedAt, now)];
  return {
    zh: `退款 ${sum.zh} 于${on.zh}被您的银行退回，没有到账。请给我们留言。`,
    en: `Your bank sent the refund of ${sum.en} back on ${on.en}, so it is not on your card. Please write to us.`,
  };
}

/** It ended with nothing further for its customer, who keeps what had gone back before. */
function noMore({ refund, outcome, sale }: TrackedFacts): Bilingual | null {
  const ended = outcome === null ? undefined : endedWithNoMore[outcome];
  if (ended === undefined || refund?.settledAt == null) return null;
  const [sum, to] = [amountOf(refund.amount), whereTo({ refund, sale })];
  return joined(ended, {
    zh: `此前已${to.zh}的 ${sum.zh} 不受影响。`,
    en: `The ${sum.en} that went back to ${to.en} before stays ${refund.isOutside ? "yours" : "there"}.`,
  });
}

const endedWithNoMore: Readonly<Partial<Record<CaseOutcome, Bilingual>>> = {
  DEFENDED: {
    zh: "您的发卡银行认定这笔付款有效，不再退款。",
    en: "Your card's bank decided that the payment stands, so no more money goes back.",
  },
  DECLINED: { zh: "您的申请已结束，不再退款。", en: "Your request is closed, and no more money goes back." },
  WITHDRAWN: { zh: "您已撤回这项申请，不再退款。", en: "You withdrew this request, so no more money goes back." },
  EXPIRED: {
    zh: "因未收到您补充的信息，申请已结束，不再退款。您可以重新提交申请。",
    en: "We did not hear from you in time, so the request is closed and no more money goes back. You can send a new one.",
  },
};

const closed: Bilingual = { zh: "您的申请已结束。", en: "Your request is closed." };

const byOutcome: Readonly<Record<CaseOutcome, Sentence>> = {
  REFUNDED: (facts) => {
    const [sum, to] = [amountOf(facts.refund?.amount ?? facts.amount), whereTo(facts)];
    return joined({ zh: `${sum.zh} 已${to.zh}。`, en: `${sum.en} has gone back to ${to.en}.` }, notOnCard(facts));
  },
  PARTLY_REFUNDED: (facts) => {
    const [sum, to] = [amountOf(facts.refund?.amount ?? facts.amount), whereTo(facts)];
    const gone = { zh: `部分款项 ${sum.zh} 已${to.zh}。`, en: `A part, ${sum.en}, has gone back to ${to.en}.` };
    return joined(gone, notOnCard(facts));
  },
  SETTLED: (facts) => {
    const [sum, to] = [amountOf(facts.refund?.amount ?? facts.amount), whereTo(facts)];
    const gone = {
      zh: `双方已达成一致，${sum.zh} 已${to.zh}。`,
      en: `It was settled between you and the shop: ${sum.en} has gone back to ${to.en}.`,
    };
    return joined(gone, notOnCard(facts));
  },
  CHARGED_BACK: () => ({
    zh: "您的发卡银行已将款项退还给您，具体请查看银行账单。",
    en: "Your card's bank has given the money back to you; your statement shows it.",
  }),
  DEFENDED: () => ({
    zh: "您的发卡银行认定这笔付款有效，不予退款。",
    en: "Your card's bank decided that the payment stands, so no money goes back.",
  }),
  DECLINED: () => ({
    zh: "您的申请已结束，没有退款。",
    en: "Your request is closed, and no money goes back.",
  }),
  WITHDRAWN: () => ({
    zh: "您已撤回这项申请，我们没有退款。",
    en: "You withdrew this request, so no money goes back through us.",
  }),
  EXPIRED: () => ({
    zh: "因未收到您补充的信息，申请已结束，没有退款。您可以重新提交申请。",
    en: "We did not hear from you in time, so the request is closed and no money goes back. You can send a new one.",
  }),
};

/** What was promised; where the day has passed it is said, rather than promised again. */
function willHear({ hearBy, now }: TrackedFacts): Bilingual | null {
  if (hearBy === null) return null;
  const by = momentInWords(hearBy, now);
  return hearBy < now
    ? {
        zh: `原定${by.zh}之前答复您，现已超过，我们正在加紧处理。`,
        en: `You should have heard by ${by.en}. We are late, and are seeing to it.`,
      }
    : { zh: `您将在${by.zh}之前收到答复。`, en: `You will hear by ${by.en}.` };
}

/** What others decide is expected, not promised. */
function mayHear({ hearBy, now }: TrackedFacts): Bilingual | null {
  if (hearBy === null || hearBy < now) return null;
  const by = momentInWords(hearBy, now);
  return { zh: `预计${by.zh}之前有结果。`, en: `An answer is expected by ${by.en}.` };
}

function joined(first: Bilingual, second: Bilingual | null): Bilingual {
  return second === null ? first : { zh: first.zh + second.zh, en: `${first.en} ${second.en}` };
}

function amountOf(amount: Money): Bilingual {
  return { zh: formatMoney(amount, "zh-CN"), en: formatMoney(amount, "en") };
}

/** Where money went back to, behind a word for "has": not to the card, as far as it was paid in another way. */
function whereTo({ refund, sale }: Pick<TrackedFacts, "refund" | "sale">): Bilingual {
  if (refund?.isOutside === true) return { zh: "退还给您", en: "you" };
  const card = cardOf(sale);
  return { zh: `退回${card.zh}`, en: card.en };
}

/** Whoever looks for it on the card would look in vain. */
function notOnCard({ refund }: TrackedFacts): Bilingual | null {
  if (refund?.isOutside !== true) return null;
  return {
    zh: "以其他方式支付的款项不会出现在卡的账单上。",
    en: "What was paid in another way is not on the card's statement.",
  };
}

function cardOf(sale: TrackedFacts["sale"]): Bilingual {
  if (sale === null) return { zh: "您付款的卡", en: "the card that paid" };
  return { zh: `尾号 ${sale.cardLast4} 的卡`, en: `the card ending ${sale.cardLast4}` };
}
