import type { TemplateDraft } from "../../threads/domain/judge-template.ts";
import type { OutsideThread } from "../../threads/domain/words.ts";

/** What a desk writes every day, in both languages. */
export const templateTexts: readonly (TemplateDraft & { readonly thread: OutsideThread })[] = [
  {
    thread: "CUSTOMER",
    nameZh: "已请商户核实",
    nameEn: "The shop has been asked",
    bodyZh:
      "{customer.name}您好，您关于{merchant.name}的退款申请（案件 {case.number}，金额 {amount}）已转商户核实。商户答复后我们会立即告知您，您无需再做任何操作。",
    bodyEn:
      "Dear {customer.name}, we have asked {merchant.name} about your request {case.number} over {amount}. We write to you as soon as they answer; there is nothing you need to do.",
  },
  {
    thread: "CUSTOMER",
    nameZh: "请补充小票",
    nameEn: "Please send the slip",
    bodyZh:
      "{customer.name}您好，为核对尾号 {card.last4} 的这笔交易，请上传签购单或小票的照片（凭证号 {voucher}）。收到后我们继续处理，案件编号 {case.number}。",
    bodyEn:
      "Dear {customer.name}, to check the payment on your card ending {card.last4} we need a photo of the slip or the receipt (voucher {voucher}). We go on as soon as it is here. Your case is {case.number}.",
  },
  {
    thread: "CUSTOMER",
    nameZh: "案件仍在处理",
    nameEn: "Still at work on it",
    bodyZh:
      "{customer.name}您好，截至{date}，案件 {case.number} 仍在处理中，{amount} 的退款尚未作出决定。有结果我们会第一时间告知您。",
    bodyEn:
      "Dear {customer.name}, as of {date} we are still at work on {case.number}; the refund of {amount} has not been decided yet. You hear from us as soon as it is.",
  },
  {
    thread: "MERCHANT",
    nameZh: "请确认交易",
    nameEn: "Please confirm the sale",
    bodyZh:
      "请核对凭证号 {voucher}、卡尾号 {card.last4}、金额 {amount} 的交易，确认金额、商品状态，并提供当日终端流水。案件 {case.number}。",
    bodyEn:
      "Please check the sale with voucher {voucher}, card ending {card.last4}, {amount}: confirm the amount and the state of the goods, and send the terminal's journal of that day. Case {case.number}.",
  },
  {
    thread: "BANK",
    nameZh: "附上签购单",
    nameEn: "The slip is attached",
    bodyZh: "案件 {case.number}：卡尾号 {card.last4}、凭证号 {voucher} 的签购单已附在证据中，请查收。",
    bodyEn:
      "Case {case.number}: the slip for the card ending {card.last4}, voucher {voucher}, is among the evidence now.",
  },
];
