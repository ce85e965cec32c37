import { caseWords } from "../../cases/domain/case-words.ts";
import type { CheckKind, CheckOutcome } from "../../cases/domain/checks.ts";
import type { MessageThread } from "../../cases/domain/words.ts";
import type { ClockState } from "../../clocks/domain/words.ts";
import type { ProofKind } from "../../evidence/domain/proof-kinds.ts";
import type { BilingualText } from "../../policies/domain/policy-content.ts";
import { refundWords } from "../../refunds/domain/refund-words.ts";
import { roleTitles } from "../../staff/domain/role-titles.ts";

type Words<Word extends string> = Readonly<Record<Word, BilingualText>>;

/** The words of a printed case, the same that the console shows; a test holds the two together. */
export const caseFileWords = {
  caseState: caseWords.state,
  caseReason: caseWords.reason,
  checkKind: {
    TRANSACTION_FOUND: { zh: "交易相符", en: "Payment found" },
    AMOUNT_REFUNDABLE: { zh: "金额在可退内", en: "Amount refundable" },
    WITHIN_WINDOW: { zh: "在期限内", en: "Within the window" },
    PROOF_PRESENT: { zh: "凭证齐全", en: "Proof present" },
    IDENTITY_CONFIRMED: { zh: "身份已确认", en: "Identity confirmed" },
    GOODS_STATE: { zh: "货物状态", en: "State of the goods" },
  } satisfies Words<CheckKind>,
  checkOutcome: {
    PENDING: { zh: "待核对", en: "Open" },
    PASSED: { zh: "通过", en: "Passed" },
    FAILED: { zh: "未通过", en: "Failed" },
    WAIVED: { zh: "已豁免", en: "Waived" },
    NOT_NEEDED: { zh: "不需要", en: "Not needed" },
  } satisfies Words<CheckOutcome>,
  role: roleTitles,
  told: {
    CUSTOMER: { zh: "顾客所述", en: "As the customer told it" },
    MERCHANT: { zh: "商户所述", en: "As the shop told it" },
    BANK: { zh: "银行所述", en: "As the bank told it" },
    AGENCY: { zh: "消保机构所述", en: "As the agency told it" },
  },
  toldTo: {
    CUSTOMER: { zh: "发给顾客", en: "To the customer" },
    MERCHANT: { zh: "发给商户", en: "To the shop" },
    BANK: { zh: "发给银行", en: "To the bank" },
    INTERNAL: { zh: "内部备注", en: "Internal note" },
  } satisfies Words<MessageThread>,
  refundState: refundWords.state,
  proofKind: {
    RECEIPT: { zh: "小票", en: "Receipt" },
    CARD_SLIP: { zh: "签购单", en: "Card slip" },
    INVOICE: { zh: "发票", en: "Invoice" },
    STATEMENT: { zh: "账单", en: "Statement" },
    CHAT: { zh: "聊天记录", en: "Chat" },
    DELIVERY_PROOF: { zh: "签收证明", en: "Proof of delivery" },
    PAYMENT_PROOF: { zh: "付款证明", en: "Proof of payment" },
    PHOTO: { zh: "照片", en: "Photo" },
    OTHER: { zh: "其他", en: "Other" },
  } satisfies Words<ProofKind>,
  event: caseWords.event,
  clockState: {
    RUNNING: { zh: "计时中", en: "Running" },
    PAUSED: { zh: "已暂停", en: "Paused" },
    MET: { zh: "按时完成", en: "Met" },
    BREACHED: { zh: "已超时", en: "Missed" },
    CANCELLED: { zh: "已取消", en: "Cancelled" },
  } satisfies Words<ClockState>,
} as const;

/** Every heading and label of the file. */
export const caseFileLabels = {
  title: { zh: "案件档案", en: "Case file" },
  facts: { zh: "案件信息", en: "Facts" },
  money: { zh: "金额", en: "Money" },
  decision: { zh: "政策裁定", en: "Decision and why" },
  checks: { zh: "核对", en: "Checks" },
  clocks: { zh: "时限", en: "Clocks" },
  story: { zh: "案件经过", en: "The story" },
  evidence: { zh: "证据清单", en: "Evidence" },
  state: { zh: "状态", en: "State" },
  reason: { zh: "原因", en: "Reason" },
  shop: { zh: "商户", en: "Shop" },
  customer: { zh: "顾客", en: "Customer" },
  contact: { zh: "联系方式", en: "Contact" },
  assignee: { zh: "负责人", en: "Assignee" },
  opened: { zh: "受理时间", en: "Opened" },
  closed: { zh: "结案时间", en: "Closed" },
  payment: { zh: "交易时间", en: "Paid" },
  card: { zh: "卡号后四位", en: "Card, last four" },
  voucher: { zh: "凭证号", en: "Voucher" },
  retrieval: { zh: "参考号", en: "Retrieval reference" },
  claimed: { zh: "请求金额", en: "Asked for" },
  captured: { zh: "交易金额", en: "Captured" },
  refunded: { zh: "已退金额", en: "Refunded" },
  inFlight: { zh: "在途退款", en: "On its way back" },
  paidTwice: { zh: "重复付出：已退款，银行又扣款", en: "Paid twice: by refund and to the bank" },
  chargedBack: { zh: "银行已扣回", en: "Charged back" },
  refundable: { zh: "尚可退金额", en: "Still refundable" },
  due: { zh: "截止", en: "Due" },
  undated: { zh: "日期未定", en: "Not dated" },
  by: { zh: "上传者", en: "From" },
  nothing: { zh: "无", en: "None" },
  printed: { zh: "打印时间", en: "Printed" },
  hidden: {
    zh: "仅包含打印者有权查看的内容。",
    en: "Holds what its reader may see, and nothing else.",
  },
  head: { zh: "事件链末端", en: "Chain head" },
} as const satisfies Readonly<Record<string, BilingualText>>;
