import type { CaseOutcome } from "../../cases/domain/words.ts";
import type { Bilingual } from "../../kernel/calendar.ts";
import { findAgency } from "../../referrals/domain/agencies.ts";

/** Told in every refusal: where else the customer can go, and how. */
export const rightToRefer: { readonly agency: Bilingual; readonly address: string; readonly phone: string } = {
  ...addressOf("CN-12315"),
  phone: "12315",
};

/** How far a refused matter has been, and with it what is over. */
export interface WhatIsOver {
  readonly outcome: CaseOutcome | null;
  /** The time to contest the answer here still runs. */
  readonly mayContest: boolean;
  /** Of this case, at any time before: one that was taken up again keeps what was decided of it. */
  readonly bankHasRuled: boolean;
  /** It ended a complaint over this case without a refund, or refused it. */
  readonly agencyIsDone: boolean;
}

/** What is still open to somebody who does not agree. What is over is not offered; a court or arbitration follows the agency. */
export function rightsWords({ outcome, mayContest, bankHasRuled, agencyIsDone }: WhatIsOver): Bilingual {
  if (outcome === "DEFENDED") return agencyIsDone ? againstTheBank.withoutAgency : againstTheBank.withAgency;
  const words = mayContest ? whileContested : afterwards;
  if (agencyIsDone) return bankHasRuled ? words.neither : words.bank;
  return bankHasRuled ? words.agency : words.both;
}

const whileContested = {
  both: {
    zh: "如不同意我们的答复，您可以在期限内提出异议，也可以向消费者保护机构投诉，或联系您的发卡银行。这些权利互不影响。",
    en: "If you do not agree with our answer, you can contest it in time, complain to the consumer-protection agency, or go to your card's bank. None of these stands in the way of another.",
  },
  agency: {
    zh: "如不同意我们的答复，您可以在期限内提出异议，也可以向消费者保护机构投诉。两者互不影响。",
    en: "If you do not agree with our answer, you can contest it in time, or complain to the consumer-protection agency. Neither stands in the way of the other.",
  },
  bank: {
    zh: "如不同意我们的答复，您可以在期限内提出异议，也可以联系您的发卡银行，或依法通过诉讼、仲裁解决。",
    en: "If you do not agree with our answer, you can contest it in time, go to your card's bank, or go to a court or arbitration.",
  },
  neither: {
    zh: "如不同意我们的答复，您可以在期限内提出异议，或依法通过诉讼、仲裁解决。",
    en: "If you do not agree with our answer, you can contest it in time, or go to a court or arbitration.",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
const afterwards = {
  both: {
    zh: "如不同意我们的答复，您可以向消费者保护机构投诉，或联系您的发卡银行。两者互不影响。",
    en: "If you do not agree with our answer, you can complain to the consumer-protection agency, or go to your card's bank. Neither stands in the way of the other.",
  },
  agency: {
    zh: "如不同意我们的答复，您可以向消费者保护机构投诉。",
    en: "If you do not agree with our answer, you can complain to the consumer-protection agency.",
  },
  bank: {
    zh: "如不同意我们的答复，您仍可以联系您的发卡银行，或依法通过诉讼、仲裁解决。",
    en: "If you do not agree with our answer, you can still go to your card's bank, or to a court or arbitration.",
  },
  neither: {
    zh: "如不同意我们的答复，您仍可以依法通过诉讼、仲裁解决。",
    en: "If you do not agree with our answer, you can still go to a court or arbitration.",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
const againstTheBank = {
  withAgency: {
    zh: "如不同意发卡银行的决定，您可以请该银行复核，也可以向消费者保护机构投诉。两者互不影响。",
    en: "If you do not agree with your bank's decision, you can ask the bank to look at it again, or complain to the consumer-protection agency. Neither stands in the way of the other.",
  },
  withoutAgency: {
    zh: "如不同意发卡银行的决定，您可以请该银行复核，或依法通过诉讼、仲裁解决。",
    en: "If you do not agree with your bank's decision, you can ask the bank to look at it again, or go to a court or arbitration.",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

function addressOf(code: string): { readonly agency: Bilingual; readonly address: string } {
  const agency = findAgency(code);
  if (agency === null) throw new Error(`The directory has no agency ${code}`);
  return { agency: agency.name, address: agency.address };
}
