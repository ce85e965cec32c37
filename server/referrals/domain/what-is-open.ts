import type { Bilingual } from "../../kernel/calendar.ts";

/** How far a refused matter has been, and with it what is over. */
export interface WhatIsOver {
  /** Whose decision it is that its customer may not agree with; null: nobody's, it ended by itself or was closed. */
  readonly decidedBy: "DESK" | "BANK" | "AGENCY" | null;
  /** The time to contest the answer here still runs. */
  readonly mayContest: boolean;
  /** Of this case, at any time before: one that was taken up again keeps what was decided of it. */
  readonly bankHasRuled: boolean;
  /** It ended a complaint over this case without a refund, or refused it. */
  readonly agencyIsDone: boolean;
}

/** What is still open to somebody who does not agree. What is over is not offered; a court or arbitration follows the agency. */
export function whatIsOpen({ decidedBy, mayContest, bankHasRuled, agencyIsDone }: WhatIsOver): Bilingual {
  const opening = openings[decidedBy ?? "NOBODY"];
  const { both, agency, bank, neither } =
    decidedBy === "BANK" ? againstTheBank : mayContest ? whileContested : afterwards;
  const ways = agencyIsDone ? (bankHasRuled ? neither : bank) : bankHasRuled ? agency : both;
  return { zh: `${opening.zh}，${ways.zh}`, en: `${opening.en}, ${ways.en}` };
}

interface Ways {
  readonly both: Bilingual;
  readonly agency: Bilingual;
  readonly bank: Bilingual;
  readonly neither: Bilingual;
}

const openings = {
  DESK: { zh: "如不同意我们的答复", en: "If you do not agree with our answer" },
  BANK: { zh: "如不同意发卡银行的决定", en: "If you do not agree with your bank's decision" },
  AGENCY: { zh: "如不同意该机构的处理结果", en: "If you do not agree with how the agency ended it" },
  NOBODY: { zh: "如不同意", en: "If you do not agree" },
} as const satisfies Readonly<Record<string, Bilingual>>;

const whileContested: Ways = {
  both: {
    zh: "您可以在期限内提出异议，也可以向消费者保护机构投诉，或联系您的发卡银行。这些权利互不影响。",
    en: "you can contest it in time, complain to the consumer-protection agency, or go to your card's bank. None of these stands in the way of another.",
  },
  agency: {
    zh: "您可以在期限内提出异议，也可以向消费者保护机构投诉。两者互不影响。",
    en: "you can contest it in time, or complain to the consumer-protection agency. Neither stands in the way of the other.",
  },
  bank: {
    zh: "您可以在期限内提出异议，也可以联系您的发卡银行，或依法通过诉讼、仲裁解决。",
    en: "you can contest it in time, go to your card's bank, or go to a court or arbitration.",
  },
  neither: {
    zh: "您可以在期限内提出异议，或依法通过诉讼、仲裁解决。",
    en: "you can contest it in time, or go to a court or arbitration.",
  },
};
const afterwards: Ways = {
  both: {
    zh: "您可以向消费者保护机构投诉，或联系您的发卡银行。两者互不影响。",
    en: "you can complain to the consumer-protection agency, or go to your card's bank. Neither stands in the way of the other.",
  },
  agency: {
    zh: "您可以向消费者保护机构投诉。",
    en: "you can complain to the consumer-protection agency.",
  },
  bank: {
    zh: "您仍可以联系您的发卡银行，或依法通过诉讼、仲裁解决。",
    en: "you can still go to your card's bank, or to a court or arbitration.",
  },
  neither: {
    zh: "您仍可以依法通过诉讼、仲裁解决。",
    en: "you can still go to a court or arbitration.",
  },
};
/** Of its own decision a bank may be asked again, whatever it has decided. */
const review = {
  withAgency: {
    zh: "您可以请该银行复核，也可以向消费者保护机构投诉。两者互不影响。",
    en: "you can ask the bank to look at it again, or complain to the consumer-protection agency. Neither stands in the way of the other.",
  },
  alone: {
    zh: "您可以请该银行复核，或依法通过诉讼、仲裁解决。",
    en: "you can ask the bank to look at it again, or go to a court or arbitration.",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
const againstTheBank: Ways = {
  both: review.withAgency,
  agency: review.withAgency,
  bank: review.alone,
  neither: review.alone,
};
