import { type NoticeTexts, written } from "../notice-text.ts";

const open = { zh: "在控制台查看：{link}", en: "Open it in the console: {link}" };
const confirm = {
  zh: "请核对金额、状态和时间，并在此确认或提出疑问：{answerLink}",
  en: "Please check amount, state and time, and confirm them or raise a query: {answerLink}",
};
const sale = {
  zh: "凭证号 {voucher}，交易时间 {paidAt}。",
  en: "Voucher {voucher}, paid on {paidAt}.",
};

/** To merchants, banks and providers, in the words of the trade. */
export const partnerTexts = {
  MERCHANT_ASKED: {
    "zh-CN": written("请核实交易（{caseNumber}，{amount}）", [
      "持卡人对贵商户一笔交易提出退款申请，案件 {caseNumber}，金额 {amount}，请核实。",
      sale.zh,
      "请在 {answerBy} 前答复；逾期未答复，我们将按现有材料处理。",
      confirm.zh,
      open.zh,
    ]),
    en: written("Please verify a transaction ({caseNumber}, {amount})", [
      "A cardholder asks for a refund over one of your transactions: case {caseNumber}, {amount}. Please verify it.",
      sale.en,
      "Please answer by {answerBy}. Without an answer we go by what is on file.",
      confirm.en,
      open.en,
    ]),
  },
  MERCHANT_REFUND_APPROVED: {
    "zh-CN": written("将退款 {amount}（{caseNumber}）", [
      "案件 {caseNumber} 已批准退款 {amount}，款项将从贵商户的结算中扣除。",
      sale.zh,
      open.zh,
    ]),
    en: written("A refund of {amount} will be paid ({caseNumber})", [
      "On case {caseNumber} a refund of {amount} has been approved. It is taken from your settlement.",
      sale.en,
      open.en,
    ]),
  },
  MERCHANT_REFUND_PAID: {
    "zh-CN": written("已退款 {amount}（{caseNumber}）", [
      "案件 {caseNumber} 的退款 {amount} 已完成。",
      sale.zh,
      confirm.zh,
      open.zh,
    ]),
    en: written("A refund of {amount} has been paid ({caseNumber})", [
      "The refund of {amount} on case {caseNumber} has been paid.",
      sale.en,
      confirm.en,
      open.en,
    ]),
  },
  MERCHANT_REQUEST_DECLINED: {
    "zh-CN": written("退款申请未获同意（{caseNumber}）", [
      "案件 {caseNumber} 的退款申请未获同意。持卡人可在期限内提出异议。",
      open.zh,
    ]),
    en: written("A refund request was declined ({caseNumber})", [
      "The refund request of case {caseNumber} has been declined. The cardholder can contest that in time.",
      open.en,
    ]),
  },
  MERCHANT_OBJECTION: {
    "zh-CN": written("持卡人提出异议（{caseNumber}）", [
      "持卡人对案件 {caseNumber} 的答复提出异议，案件进入协商。",
      open.zh,
    ]),
    en: written("The cardholder objects ({caseNumber})", [
      "The cardholder contests the answer on case {caseNumber}; it is now being negotiated.",
      open.en,
    ]),
  },
  MERCHANT_DISPUTE_OPENED: {
    "zh-CN": written("银行争议（{caseNumber}，{amount}）", [
      "案件 {caseNumber} 已进入银行争议程序，金额 {amount}。",
      sale.zh,
      "如有证据请在 {answerBy} 前提交。",
      confirm.zh,
      open.zh,
    ]),
    en: written("A dispute at the bank ({caseNumber}, {amount})", [
      "Case {caseNumber} over {amount} is now a dispute at the bank.",
      sale.en,
      "If you have evidence, please send it by {answerBy}.",
      confirm.en,
      open.en,
    ]),
  },
  MERCHANT_DISPUTE_RULED: {
    "zh-CN": written("银行已裁定（{caseNumber}）", [
      "银行已就案件 {caseNumber} 作出裁定，涉及金额 {amount}。裁定内容见控制台。",
      sale.zh,
      confirm.zh,
      open.zh,
    ]),
    en: written("The bank has ruled ({caseNumber})", [
      "The bank has ruled on case {caseNumber}; the amount is {amount}. The ruling stands in the console.",
      sale.en,
      confirm.en,
      open.en,
    ]),
  },
  MERCHANT_REFERRED: {
    "zh-CN": written("案件已移送（{caseNumber}）", [
      "案件 {caseNumber} 已移送{agency}。该机构可能直接与贵商户联系。",
      open.zh,
    ]),
    en: written("A case was referred ({caseNumber})", [
      "Case {caseNumber} has been referred to {agency}, which may contact you directly.",
      open.en,
    ]),
  },
  MERCHANT_CASE_CLOSED: {
    "zh-CN": written("案件已结案（{caseNumber}）", ["案件 {caseNumber} 已结案，无需贵商户再作处理。", open.zh]),
    en: written("A case is closed ({caseNumber})", [
      "Case {caseNumber} is closed. There is nothing more for you to do.",
      open.en,
    ]),
  },
  MERCHANT_CASE_REOPENED: {
    "zh-CN": written("案件已重开（{caseNumber}）", ["案件 {caseNumber} 已重开，可能需要贵商户再次核实。", open.zh]),
    en: written("A case was reopened ({caseNumber})", [
      "Case {caseNumber} has been reopened. You may be asked to verify it again.",
      open.en,
    ]),
  },
  MERCHANT_MESSAGE: {
    "zh-CN": written("案件 {caseNumber} 的新消息", [
      "我们就案件 {caseNumber} 给贵商户发来消息：",
      "{message}",
      open.zh,
    ]),
    en: written("A message about case {caseNumber}", [
      "There is a message for you about case {caseNumber}:",
      "{message}",
      open.en,
    ]),
  },
  BANK_ASKED: {
    "zh-CN": written("争议提交（{caseNumber}，{amount}）", [
      "我们就案件 {caseNumber} 提交争议，金额 {amount}，请审理。",
      "{message}",
      "请在 {answerBy} 前裁定。",
      confirm.zh,
      open.zh,
    ]),
    en: written("A dispute is submitted ({caseNumber}, {amount})", [
      "We submit a dispute on case {caseNumber} over {amount}, for your ruling.",
      "{message}",
      "Please rule by {answerBy}.",
      confirm.en,
      open.en,
    ]),
  },
  BANK_ANSWERED: {
    "zh-CN": written("争议有新答复（{caseNumber}）", [
      "我们已就案件 {caseNumber}（金额 {amount}）的争议作出答复。",
      confirm.zh,
      open.zh,
    ]),
    en: written("We have answered on a dispute ({caseNumber})", [
      "We have answered on the dispute of case {caseNumber} over {amount}.",
      confirm.en,
      open.en,
    ]),
  },
  BANK_DISPUTE_WITHDRAWN: {
    "zh-CN": written("争议已撤回（{caseNumber}）", [
      "持卡人已撤回案件 {caseNumber}，金额 {amount} 的争议不再进行。",
      confirm.zh,
      open.zh,
    ]),
    en: written("A dispute is withdrawn ({caseNumber})", [
      "The cardholder has withdrawn case {caseNumber}. The dispute over {amount} goes no further.",
      confirm.en,
      open.en,
    ]),
  },
  BANK_MESSAGE: {
    "zh-CN": written("案件 {caseNumber} 的新消息", ["我们就案件 {caseNumber} 给贵行发来消息：", "{message}", open.zh]),
    en: written("A message about case {caseNumber}", [
      "There is a message for your bank about case {caseNumber}:",
      "{message}",
      open.en,
    ]),
  },
  PROVIDER_REFUND_FAILED: {
    "zh-CN": written("退款未成功（{caseNumber}）", ["案件 {caseNumber} 的退款 {amount} 在贵方未成功，请核查。"]),
    en: written("A refund has failed ({caseNumber})", [
      "The refund of {amount} on case {caseNumber} has failed at your end. Please look into it.",
    ]),
  },
  ENDPOINT_TESTED: {
    "zh-CN": written("测试消息", ["这是一条测试消息，用于确认接收地址可用，不涉及任何案件。"]),
    en: written("A test event", ["This is a test of the endpoint. It is about no case."]),
  },
} satisfies Readonly<Record<string, NoticeTexts>>;
