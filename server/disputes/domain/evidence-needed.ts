import type { ProofKind } from "../../evidence/domain/proof-kinds.ts";
import type { DisputeReason } from "./words.ts";

/** MUST: without it the answer fails. ONE_OF: any one of these will do. HELPFUL: better with it. */
export const evidenceNeeds = ["MUST", "ONE_OF", "HELPFUL"] as const;
export type EvidenceNeed = (typeof evidenceNeeds)[number];

export interface EvidenceItem {
  readonly need: EvidenceNeed;
  /** The kinds of evidence in which it can stand; a case that has one of these has it. */
  readonly kinds: readonly ProofKind[];
  readonly zh: string;
  readonly en: string;
}

const item =
  (need: EvidenceNeed) =>
  (kinds: readonly ProofKind[], zh: string, en: string): EvidenceItem => ({ need, kinds, zh, en });
const must = item("MUST");
const oneOf = item("ONE_OF");
const helpful = item("HELPFUL");

/** What a POS merchant should bring for each reason. For the desk to see the gaps; the bank decides what suffices. */
export const evidenceFor: Readonly<Record<DisputeReason, readonly EvidenceItem[]>> = {
  NOT_AUTHORISED_CARD_PRESENT: [
    must(["CARD_SLIP"], "含芯片数据或签名的签购单", "slip with chip data, or signed"),
    must(["STATEMENT", "OTHER"], "授权记录与终端号", "authorisation record with the terminal"),
    oneOf(["CARD_SLIP"], "签名一致", "matching signature"),
    oneOf(["CARD_SLIP", "OTHER"], "密码验证通过", "PIN verified"),
    helpful(["PHOTO"], "监控画面", "camera still"),
    helpful(["STATEMENT"], "此前无争议的交易", "earlier sales without dispute"),
  ],
  COUNTERFEIT: [
    must(["CARD_SLIP"], "芯片读卡的签购单", "slip of a chip read"),
    must(["OTHER", "STATEMENT"], "终端支持 EMV 的证明", "proof that the terminal reads chips"),
  ],
  NOT_AUTHORISED_CARD_ABSENT: [
    must(["STATEMENT", "OTHER"], "地址与安全码核验结果、IP 或设备", "address and code check results, IP or device"),
    oneOf(["STATEMENT"], "两笔此前无争议的交易", "two earlier sales without dispute"),
    oneOf(["OTHER"], "3-D Secure 验证", "3-D Secure"),
    helpful(["DELIVERY_PROOF"], "交付证明", "proof of delivery"),
  ],
  NOT_RECOGNISED: [
    must(["RECEIPT", "CARD_SLIP"], "小票或签购单", "receipt or slip"),
    must(["OTHER", "INVOICE"], "账单名称说明", "explanation of the name on the statement"),
    helpful(["CHAT"], "与持卡人的往来", "words with the cardholder"),
  ],
  NOT_RECEIVED: [
    must(
      ["DELIVERY_PROOF", "RECEIPT"],
      "已交付或服务已完成的证明及日期",
      "proof of handing over or of the service, with its date",
    ),
    oneOf(["CARD_SLIP"], "签字的单据", "signed slip"),
    oneOf(["DELIVERY_PROOF"], "物流签收", "proof of delivery"),
    helpful(["CHAT"], "往来消息", "messages"),
  ],
  NOT_AS_DESCRIBED: [
    must(["INVOICE", "RECEIPT"], "销售时的描述", "description at the sale"),
    must(["PHOTO"], "商品状况", "condition of the goods"),
    oneOf(["RECEIPT", "OTHER"], "销售时展示的退款规则", "refund policy shown at the sale"),
    oneOf(["CHAT"], "拒绝退货的理由", "why the return was refused"),
    helpful(["OTHER"], "维修报告", "repair report"),
  ],
  CANCELLED: [
    must(["RECEIPT", "OTHER"], "售前展示的取消规则", "cancellation policy shown before the sale"),
    must(["CHAT", "OTHER"], "取消日期", "date of the cancellation"),
    oneOf(["CARD_SLIP", "RECEIPT"], "持卡人同意规则", "proof that the rule was accepted"),
  ],
  CREDIT_NOT_PROCESSED: [
    must(["CARD_SLIP", "RECEIPT"], "退款凭证或退款参考号", "refund slip or its reference, with the date"),
    oneOf(["RECEIPT", "OTHER"], "按规则不应退款", "policy by which no refund was due"),
    oneOf(["CHAT", "OTHER"], "未收到退货", "the return was not received"),
    helpful(["STATEMENT"], "对账单", "statement line"),
  ],
  DUPLICATE: [
    must(
      ["CARD_SLIP", "RECEIPT"],
      "两张单据，流水号或参考号不同",
      "both slips, with different trace or reference numbers",
    ),
    oneOf(["RECEIPT", "STATEMENT"], "其中一笔已退款", "refund of one of them"),
    helpful(["STATEMENT"], "批次汇总", "batch totals"),
  ],
  WRONG_AMOUNT: [
    must(["CARD_SLIP"], "签字且有金额的签购单", "signed slip with the amount"),
    helpful(["RECEIPT", "OTHER"], "收银记录", "till journal"),
  ],
  PAID_BY_OTHER_MEANS: [
    must(["RECEIPT", "INVOICE"], "两笔付款对应不同商品", "proof that both payments are for different things"),
    helpful(["OTHER"], "现金记录", "cash journal"),
  ],
  AUTHORISATION_MISSING: [
    must(["STATEMENT", "OTHER"], "授权应答、授权码与时间", "authorisation answer with code and time"),
    helpful(["OTHER"], "主机日志", "host log"),
  ],
  LATE_PRESENTMENT: [
    must(["CARD_SLIP", "STATEMENT"], "交易日期与清算日期", "dates of the sale and of settlement"),
    helpful(["OTHER"], "延迟原因", "reason for the delay"),
  ],
  PROCESSING_ERROR: [must(["CARD_SLIP", "STATEMENT"], "交易原始记录", "the original record of the sale")],
  OTHER: [must(["CARD_SLIP", "RECEIPT"], "签购单或小票", "slip or receipt")],
};
