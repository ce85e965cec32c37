import type { AmountLimits, PolicyRow } from "./policy-content.ts";

/** Small enough that a mistake here costs less than the hand that would prevent it. */
const routineAmount: AmountLimits = {
  CNY: 20_000,
  USD: 3_000,
  EUR: 3_000,
  GBP: 2_500,
  HKD: 20_000,
  SGD: 4_000,
  JPY: 4_000,
};

/** The till's own mistakes: the shop's word settles them, and no goods need to be looked at. */
const tillMistakes = ["DUPLICATE_CHARGE", "WRONG_AMOUNT", "PAID_BY_OTHER_MEANS", "DEPOSIT_NOT_RELEASED"];

const byHand = { straightThrough: false } as const;

/**
 * Read from the top. What cannot be judged comes first, then what is refused, then what is granted. A refusal is never
 * straight through: the customer is owed a person who read the request.
 */
export const defaultPolicyRows: readonly PolicyRow[] = [
  {
    ...byHand,
    when: [{ fact: "transactionFound", is: false }],
    outcome: "REVIEW",
    because: { zh: "尚未找到对应的交易，需要专员查找。", en: "No matching sale is on file, so a person looks for it." },
  },
  {
    ...byHand,
    when: [{ fact: "amountRefundable", is: false }],
    outcome: "REVIEW",
    because: {
      zh: "申请金额超出该交易的可退余额，需要专员核对已退金额。",
      en: "More is asked for than can still go back over this sale, so a person looks at what has gone back already.",
    },
  },
  {
    ...byHand,
    when: [{ fact: "merchantAnswer", in: ["CONTESTED"] }],
    outcome: "REVIEW",
    because: { zh: "商户提出异议，需要专员听取双方意见。", en: "The shop disputes it, so a person hears both sides." },
  },
  {
    ...byHand,
    when: [
      { fact: "withinWindow", is: false },
      { fact: "merchantAnswer", in: ["CONFIRMED"] },
    ],
    outcome: "REVIEW",
    because: {
      zh: "申请超过受理期限，但商户同意退款；主管可说明理由后放宽期限。",
      en: "The request is late, but the shop agrees: a supervisor may waive the window and say why.",
    },
  },
  {
    ...byHand,
    when: [{ fact: "withinWindow", is: false }],
    outcome: "DECLINE",
    because: {
      zh: "申请超过受理期限。由专员答复顾客，并告知申诉和投诉渠道。",
      en: "The request came after the window. A person tells the customer, with the ways to contest it.",
    },
  },
  {
    ...byHand,
    when: [{ fact: "proofPresent", is: false }],
    outcome: "REVIEW",
    because: { zh: "缺少凭证，请顾客补充。", en: "Proof is missing: ask the customer for it." },
  },
  {
    ...byHand,
    when: [{ fact: "reason", in: ["NOT_RECOGNISED"] }],
    outcome: "REVIEW",
    because: {
      zh: "顾客不认可该交易。是否本人交易由发卡行认定，商户确认不足以退款或拒绝。",
      en: "The customer does not recognise the sale. Who paid is for the card's bank to say, whatever the shop says.",
    },
  },
  {
    when: [
      { fact: "merchantAnswer", in: ["CONFIRMED"] },
      { fact: "reason", in: tillMistakes },
      { fact: "amount", atMost: routineAmount },
      { fact: "identityConfirmed", is: true },
    ],
    outcome: "APPROVE",
    straightThrough: true,
    because: {
      zh: "小额收银差错，商户已确认，直接退款。",
      en: "A small mistake at the till that the shop confirms is refunded at once.",
    },
  },
  {
    ...byHand,
    when: [
      { fact: "merchantAnswer", in: ["CONFIRMED"] },
      { fact: "identityConfirmed", is: true },
      { fact: "goodsAccepted", is: true },
    ],
    outcome: "APPROVE",
    because: {
      zh: "凭证齐全、在期限内且商户已确认，同意退款。",
      en: "In time, with proof, and the shop confirms: it is refunded.",
    },
  },
  {
    ...byHand,
    when: [{ fact: "merchantAnswer", in: ["SILENT"] }],
    outcome: "REVIEW",
    because: {
      zh: "商户逾期未答复，由专员决定，或移交银行处理。",
      en: "The shop did not answer in time, so a person decides, or takes it to the bank.",
    },
  },
];

export const nothingDecides: PolicyRow = {
  ...byHand,
  when: [],
  outcome: "REVIEW",
  because: {
    zh: "尚待商户答复或专员核实，暂不能裁定。",
    en: "The shop's answer or a person's check is still to come, so nothing is decided yet.",
  },
};
