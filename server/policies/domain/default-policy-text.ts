import type { BilingualText, Responsibility } from "./policy-content.ts";

/** Who answers for which step, as the public page shows it. */
export const defaultPolicyResponsibilities: readonly Responsibility[] = [
  {
    step: { zh: "提出申请", en: "Request" },
    who: { zh: "顾客", en: "Customer" },
    what: {
      zh: "提供小票上的凭证号、金额、原因和凭证照片。",
      en: "Gives the voucher number on the slip, the amount, the reason and a photo of the proof.",
    },
  },
  {
    step: { zh: "受理与核实", en: "Verification" },
    who: { zh: "客服", en: "Support agent" },
    what: {
      zh: "核对交易、金额、期限、凭证和身份；缺少材料时一次性告知。",
      en: "Checks the sale, the amount, the time, the proof and who is asking; names everything that is missing at once.",
    },
  },
  {
    step: { zh: "商户确认", en: "The shop's answer" },
    who: { zh: "商户", en: "Shop" },
    what: {
      zh: "在规定时限内确认，或说明异议并举证；逾期未答复，不再等待。",
      en: "Confirms in time, or says what it disputes and shows why. We do not wait longer than that.",
    },
  },
  {
    step: { zh: "审批", en: "Approval" },
    who: { zh: "主管；更高金额另加合规专员", en: "Supervisor; compliance too above the higher limit" },
    what: {
      zh: "审批超出客服限额的退款。提出人不得审批自己的提议。",
      en: "Agrees to what is above the agent's limit. Nobody approves what they proposed.",
    },
  },
  {
    step: { zh: "退款到账", en: "Money back" },
    who: { zh: "收单机构", en: "Acquirer" },
    what: {
      zh: "原路退回付款卡，一般 1 至 3 个工作日到账；逾期由我们催办。",
      en: "Sends the money to the card that paid, usually within 1 to 3 working days. We chase what is late.",
    },
  },
  {
    step: { zh: "银行争议", en: "At the bank" },
    who: { zh: "发卡行", en: "The card's bank" },
    what: { zh: "按卡组织规则和时限裁定。", en: "Rules by the card network's rules and clocks." },
  },
  {
    step: { zh: "消费者保护", en: "Consumer protection" },
    who: { zh: "市场监管部门（12315）", en: "Market regulator (12315)" },
    what: { zh: "受理投诉并组织调解。", en: "Takes the complaint and mediates." },
  },
];

/** What customers read. Paragraphs are parted by an empty line. */
export const defaultPolicyPublicText: BilingualText = {
  zh: [
    "本政策适用于在商户门店刷卡、插卡、挥卡或扫码完成的付款。",
    "可以申请退款的情形：重复扣款、金额不符、已用其他方式付款、押金或预授权未解除、未收到商品或服务、已退货未退款、不认可该笔交易，可在交易后 180 天内申请；商品或服务与描述不符、已取消及其他原因，请在交易后 7 天内申请。交易当天不计入。",
    "在门店购买的商品，法律没有规定七天无理由退货。商品有质量问题的，您依法享有的退货、更换、修理等权利不受本政策影响。",
    "请提供小票、签购单、发票或账单中的任意一种，拍照即可。卡号只需末四位；请不要发送完整卡号、密码或安全码。",
    "款项原路退回付款的银行卡，一般 1 至 3 个工作日到账。退款不向您收取任何费用。",
    "收银差错经商户确认且金额不超过 CNY 200.00 的，直接退款；其他申请由专员审核。每一项拒绝都由专员作出，并说明理由。",
    "如不同意处理结果，您可以在 15 天内提出异议，我们会重新审核并与您协商；也可以请发卡行处理，或拨打 12315、登录 12315.cn 投诉。案件结束后 30 天内，如有新情况，可以申请重新处理。",
  ].join("\n\n"),
  en: [
    "This policy covers payments made in a shop by card or code: swiped, inserted, tapped or scanned.",
    "You have 180 days from the sale if you were charged twice or the wrong amount, paid by other means, your deposit was not released, your goods or service never came, you returned goods and got nothing back, or you do not recognise the sale. For goods or services that are not as described, for cancellations and for anything else you have 7 days. The day of the sale does not count.",
    "For goods bought in a shop, the law gives no right to return them without a reason. Your rights to a return, an exchange or a repair of faulty goods stay as the law gives them.",
    "Show us one of these, a photo is enough: the receipt, the card slip, an invoice or your statement. We need only the last four digits of the card. Never send a full card number, a PIN or a security code.",
    "The money goes back to the card that paid, usually within 1 to 3 working days. A refund costs you nothing.",
    "A mistake at the till of at most CNY 200.00 that the shop confirms is refunded at once; everything else is read by a person. Every refusal is made by a person, who tells you why.",
    "If you disagree, you have 15 days to contest the answer: we read it again and look for a way out with you. You can also go to your card's bank, or to 12315 (by phone or at 12315.cn). Within 30 days of its end a case can be taken up again if something new turns up.",
  ].join("\n\n"),
};
