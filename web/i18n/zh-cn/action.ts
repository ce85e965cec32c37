import type * as words from "../../graphql/words.ts";

/** Actions that a clock, a policy or a provider does, and those that need no sheet. */
type Silent =
  | "AUTO_APPROVE"
  | "RECORD_REFUND_PROGRESS"
  | "SETTLE_REFUND"
  | "FAIL_REFUND"
  | "EXPIRE"
  | "EXPIRE_APPROVAL"
  | "REJECT_CHECK_WAIVER"
  | "EXPIRE_CHECK_WAIVER"
  | "FIND_PAYMENT"
  | "RECORD_CLOCK_BREACH"
  | "JOIN_DISPUTE"
  | "ADOPT_DISPUTE"
  | "ADD_NOTE"
  | "SEND_MESSAGE"
  | "ATTACH_EVIDENCE"
  | "SNOOZE"
  | "WAKE";

export const actionZhCn = {
  field: {
    message: "给顾客的话",
    question: "需要顾客补充什么",
    answer: "答复内容",
    reason: "理由",
    overrideReason: "与政策不同的理由",
    note: "备注",
    amount: "金额",
    agreed: "约定退款金额",
    check: "核对",
    outcome: "结果",
    confirms: "商户是否认可",
    assignee: "负责人",
    reasonCode: "卡组织原因代码",
    step: "进展",
    reference: "对方编号",
    transfer: "转账编号",
    paymentProof: "付款证明",
    ruling: "裁定",
    agency: "机构",
    toBank: "给银行的说明",
    payment: "付款",
    respondBy: "银行给的答复期限",
  },
  fieldHint: {
    customer: "顾客会看到。",
    desk: "只有退款台看得到。",
    merchant: "商户会看到。",
    bank: "银行会看到。",
    claimed: "顾客请求 {{amount}}。",
  },
  choice: {
    noPaymentProof: "请先在案件中上传付款证明",
    code: "{{network}} {{code}} {{meaning}}",
    yes: "认可顾客的说法",
    no: "不认可",
    nobody: "不指派给任何人",
    choose: "请选择",
    otherPayment: "换一笔",
    lostPayment: "这笔付款已不在。请重新查找。",
  },
  happens: {
    BEGIN_VERIFICATION: "请商户核实这笔交易，商户答复的时限开始。资金不变动。",
    REQUEST_INFORMATION: "顾客会收到您的问题。等顾客期间，我们自己的时限停走。",
    PROVIDE_INFORMATION: "代顾客记下补充的内容，案件回到原来的状态，时限继续走。",
    PROPOSE_CHECK_WAIVER: "请另一位同事审批。审批之前，核对结果不变，资金也不变动。",
    ATTACH_PAYMENT: "这笔付款成为本案的付款，政策随即重新裁定；政策规定自动退款的，会直接退款。关联后不能更换。",
    RECORD_CHECK: "记下这项核对的结果，政策随即重新裁定。资金不变动。",
    RECORD_MERCHANT_ANSWER: "记下商户的答复，商户的时限结束，政策随即重新裁定。",
    APPROVE_REFUND:
      "在您的限额之内，退款随即发给收单机构，退回原卡；超过限额则先冻结，等有权限的人同意，在此之前资金不变动。",
    DECLINE_REQUEST: "顾客会看到理由，异议期开始。资金不变动。",
    GRANT_APPROVAL: "若不再需要其他人同意，退款随即发给收单机构，退回原卡。",
    REJECT_APPROVAL: "冻结的钱解冻，案件退回处理，提出的人会看到理由。",
    PROPOSE_MANUAL_REFUND: "款项先行冻结，由另一位同事凭付款证明复核；复核通过后，案件才以已退款结案。",
    RETRY_REFUND: "向收单机构再发一次。钱最多只会退一次。",
    CONTEST_DECISION: "代顾客提出异议，案件进入协商。",
    MAKE_OFFER: "顾客会收到这个方案。接受之前资金不变动，也不冻结。",
    ACCEPT_OFFER: "代顾客接受。按金额，退款直接发出，或先等有权限的人同意。",
    REJECT_OFFER: "代顾客不接受，案件继续协商。",
    ESCALATE_TO_BANK: "以所选原因向银行提出争议，银行的时限开始。",
    ADVANCE_DISPUTE: "记下银行争议的这一步，下一步的时限随之开始。",
    RECORD_BANK_RULING: "记下银行的裁定。按裁定，钱会退回、由银行扣回，或案件回到协商。",
    REFER_TO_AGENCY: "代顾客向机构提交投诉，机构受理的时限开始。",
    ADVANCE_REFERRAL: "记下机构的这一步，下一步的时限随之开始。",
    RECORD_AGENCY_OUTCOME: "记下机构的结果，顾客会得到通知。调解约定退款的，按约定金额退回原卡。",
    WITHDRAW: "代顾客撤回并结案。",
    CLOSE: "案件以拒绝结案，顾客会看到理由。",
    REOPEN: "案件重新处理；已退的款项不变。",
    ASSIGN: "换由这位同事处理。",
  } satisfies Record<Exclude<words.CaseAction, Silent>, string>,
  released: {
    AWAITING_APPROVAL: "{{happens}}等待审批的退款将取消并解冻。",
    REFUNDING: "{{happens}}尚未退出的退款将取消并解冻。",
  },
  composer: {
    to: "发给",
    desk: "退款台",
    placeholderDesk: "写给退款台…",
    placeholder: {
      CUSTOMER: "写给顾客…",
      MERCHANT: "写给商户…",
      BANK: "写给银行…",
      INTERNAL: "内部备注，只有退款台看得到…",
    } satisfies Record<words.MessageThread, string>,
    text: "内容",
    send: "发送",
    save: "保存备注",
    hint: "Ctrl + Enter 发送",
    tooLong_other: "最多 4,000 字，还多 {{count}} 字",
  },
} as const;
