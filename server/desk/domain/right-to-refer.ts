import type { CaseOutcome } from "../../cases/domain/words.ts";
import type { Bilingual } from "../../kernel/calendar.ts";
import { findAgency } from "../../referrals/domain/agencies.ts";

/** Told in every refusal: where else the customer can go, and how. */
export const rightToRefer: { readonly agency: Bilingual; readonly address: string; readonly phone: string } = {
  ...addressOf("CN-12315"),
  phone: "12315",
};

/** What is still open to somebody who does not agree: what is over is not offered, nor their bank once it has decided. */
export function rightsWords(outcome: CaseOutcome | null, mayContest: boolean): Bilingual {
  if (outcome === "DEFENDED") return againstTheBank;
  return mayContest ? whileContested : afterwards;
}

const whileContested: Bilingual = {
  zh: "如不同意我们的答复，您可以在期限内提出异议，也可以向消费者保护机构投诉，或联系您的发卡银行。这些权利互不影响。",
  en: "If you do not agree with our answer, you can contest it in time, complain to the consumer-protection agency, or go to your card's bank. None of these stands in the way of another.",
};
const afterwards: Bilingual = {
  zh: "如不同意我们的答复，您可以向消费者保护机构投诉，或联系您的发卡银行。两者互不影响。",
  en: "If you do not agree with our answer, you can complain to the consumer-protection agency, or go to your card's bank. Neither stands in the way of the other.",
};
const againstTheBank: Bilingual = {
  zh: "如不同意发卡银行的决定，您可以请该银行复核，也可以向消费者保护机构投诉。两者互不影响。",
  en: "If you do not agree with your bank's decision, you can ask the bank to look at it again, or complain to the consumer-protection agency. Neither stands in the way of the other.",
};

function addressOf(code: string): { readonly agency: Bilingual; readonly address: string } {
  const agency = findAgency(code);
  if (agency === null) throw new Error(`The directory has no agency ${code}`);
  return { agency: agency.name, address: agency.address };
}
