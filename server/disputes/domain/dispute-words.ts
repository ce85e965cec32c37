import type { Bilingual } from "../../kernel/calendar.ts";
import type { BankRuling, DisputeState } from "./words.ts";

type Words<Word extends string> = Readonly<Record<Word, Bilingual>>;

/** The words of a dispute in files, the same that the console shows. */
export const disputeWords = {
  state: {
    INQUIRY: { zh: "调单查询", en: "Inquiry" },
    INQUIRY_ANSWERED: { zh: "查询已答复", en: "Inquiry answered" },
    NOTIFIED: { zh: "已通知", en: "Notified" },
    CHARGEBACK: { zh: "退单", en: "Chargeback" },
    REPRESENTED: { zh: "已再请款", en: "Represented" },
    PRE_ARBITRATION: { zh: "预仲裁", en: "Pre-arbitration" },
    PRE_ARBITRATION_ANSWERED: { zh: "预仲裁已答复", en: "Pre-arbitration answered" },
    ARBITRATION: { zh: "仲裁", en: "Arbitration" },
    WON: { zh: "商户胜", en: "Won by the shop" },
    LOST: { zh: "商户负", en: "Lost by the shop" },
    ACCEPTED: { zh: "已接受", en: "Accepted" },
    LAPSED: { zh: "已逾期", en: "Lapsed" },
    PREVENTED: { zh: "已预防", en: "Prevented" },
    RETURNED: { zh: "已退回", en: "Returned" },
    WITHDRAWN: { zh: "已撤回", en: "Withdrawn" },
  } satisfies Words<DisputeState>,
  ruling: {
    CHARGEBACK_UPHELD: { zh: "退单成立，银行扣回", en: "Chargeback stands, the bank takes the money" },
    MERCHANT_MUST_REFUND: { zh: "商户应退款", en: "The shop must refund" },
    MERCHANT_UPHELD: { zh: "支持商户", en: "The shop is right" },
    RETURNED_UNRESOLVED: { zh: "未裁定，退回", en: "Returned without a ruling" },
  } satisfies Words<BankRuling>,
} as const;
