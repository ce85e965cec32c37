import type { Bilingual } from "../../kernel/calendar.ts";
import type { RefundKind, RefundMode, RefundState } from "./words.ts";

type Words<Word extends string> = Readonly<Record<Word, Bilingual>>;

/** The words of a refund on paper and in files, the same that the console shows. */
export const refundWords = {
  state: {
    DRAFT: { zh: "草稿", en: "Draft" },
    AWAITING_APPROVAL: { zh: "待审批", en: "Waiting for approval" },
    QUEUED: { zh: "待发送", en: "Ready to send" },
    SUBMITTED: { zh: "已发送", en: "Sent" },
    PROCESSING: { zh: "收单处理中", en: "With the acquirer" },
    PAID_OUTSIDE: { zh: "已线下支付，待复核", en: "Paid outside, to be confirmed" },
    SETTLED: { zh: "已到账", en: "Arrived" },
    UNKNOWN: { zh: "结果未知，正在查询", en: "Answer lost, being asked for" },
    FAILED: { zh: "失败", en: "Failed" },
    RETURNED: { zh: "被退回", en: "Came back" },
    CANCELLED: { zh: "已取消", en: "Cancelled" },
  } satisfies Words<RefundState>,
  kind: {
    VOID: { zh: "撤销", en: "Void" },
    PREAUTH_RELEASE: { zh: "预授权撤销", en: "Release of a pre-authorisation" },
    PREAUTH_COMPLETION_REFUND: { zh: "预授权完成退货", en: "Refund of a completed pre-authorisation" },
    SALE_REFUND: { zh: "消费退货", en: "Refund of a sale" },
  } satisfies Words<RefundKind>,
  mode: {
    FULL: { zh: "全额", en: "In full" },
    PARTIAL: { zh: "部分", en: "In part" },
    MANUAL: { zh: "人工", en: "By hand" },
  } satisfies Words<RefundMode>,
} as const;
