import type { Bilingual } from "../../kernel/calendar.ts";
import { findAgency } from "../../referrals/domain/agencies.ts";

/** Told in every refusal: where else the customer can go, and how. */
export const rightToRefer: {
  readonly text: Bilingual;
  readonly agency: Bilingual;
  readonly address: string;
  readonly phone: string;
} = {
  text: {
    zh: "如不同意我们的答复，您可以在期限内提出异议，也可以向消费者保护机构投诉，或联系您的发卡银行。这些权利互不影响。",
    en: "If you do not agree with our answer, you can contest it in time, complain to the consumer-protection agency, or go to your card's bank. None of these stands in the way of another.",
  },
  ...addressOf("CN-12315"),
  phone: "12315",
};

function addressOf(code: string): { readonly agency: Bilingual; readonly address: string } {
  const agency = findAgency(code);
  if (agency === null) throw new Error(`The directory has no agency ${code}`);
  return { agency: agency.name, address: agency.address };
}
