import type { CaseAction, CaseState } from "../../cases/domain/words.ts";
import type { Bilingual } from "../../kernel/calendar.ts";

/** What the words to a customer can draw on, in both languages. */
export interface SuggestionFacts {
  readonly to: CaseState;
  readonly merchant: Bilingual;
  readonly amount: Bilingual;
  /** What the policy says against the request; null where it does not decline. */
  readonly because: Bilingual | null;
  readonly agency: Bilingual | null;
}

type Suggest = (facts: SuggestionFacts) => Bilingual | null;

/**
 * Words to begin with, where the case itself has something to say. They are the desk's to change, and nothing is suggested
 * where only a person can know it, or where it is not decided yet.
 */
const suggestions: Partial<Record<CaseAction, Suggest>> = {
  REQUEST_INFORMATION: ({ merchant }) => ({
    zh: `为核实您在${merchant.zh}的这笔付款，请补充能证明这笔交易的小票、签购单或账单照片。`,
    en: `To look into your payment at ${merchant.en} we need a picture of the receipt, card slip or statement that shows it.`,
  }),
  APPROVE_REFUND: ({ to, merchant, amount }) =>
    to === "REFUNDING"
      ? {
          zh: `我们已核实您在${merchant.zh}的付款，同意退款 ${amount.zh}，款项将原路退回您付款的卡。`,
          en: `We have looked into your payment at ${merchant.en} and agreed to refund ${amount.en}. It goes back to the card you paid with.`,
        }
      : null,
  DECLINE_REQUEST: ({ because }) =>
    because === null
      ? null
      : {
          zh: `很抱歉，这笔付款按规定不能退款：${because.zh}`,
          en: `We are sorry: by our rules this payment cannot be refunded. ${because.en}`,
        },
  MAKE_OFFER: ({ amount }) => ({
    zh: `为解决这件事，我们提议退还 ${amount.zh}。您可以在案件页面接受或拒绝。`,
    en: `To settle this we offer to give back ${amount.en}. You can accept or turn it down on your case page.`,
  }),
  REFER_TO_AGENCY: ({ agency }) =>
    agency === null
      ? null
      : {
          zh: `双方未能达成一致，我们已把您的投诉移送${agency.zh}，由其与您联系。`,
          en: `We could not agree, so we have passed your complaint to ${agency.en}, who will be in touch with you.`,
        },
};

export function suggestedWords(action: CaseAction, facts: SuggestionFacts): Bilingual | null {
  return suggestions[action]?.(facts) ?? null;
}
