import { type NoticeTexts, written } from "../notice-text.ts";

const open = { zh: "打开：{link}", en: "Open: {link}" };

/** A line that is left out where no case is named. */
const ofCase = { zh: ["案件：{caseNumber}"], en: ["Case: {caseNumber}"] };

/** A line on the console of somebody of the desk, who knows the trade. */
const line = (zh: string, en: string): NoticeTexts => ({
  "zh-CN": written(zh, [open.zh]),
  en: written(en, [open.en]),
});

/** To the people of the desk. */
export const colleagueTexts = {
  CASE_ASSIGNED: line("案件 {caseNumber} 已指派给您", "Case {caseNumber} has been assigned to you"),
  WORK_HANDED_OVER: line("同事的在办案件已转交给您：{cases} 件", "Open cases of a colleague are yours now: {cases}"),
  CUSTOMER_ANSWERED: line("顾客已补充案件 {caseNumber} 的信息", "The customer has answered on case {caseNumber}"),
  CUSTOMER_WITHDREW: line("案件 {caseNumber} 已撤回", "Case {caseNumber} has been withdrawn"),
  MERCHANT_HAS_ANSWERED: line("商户已答复案件 {caseNumber}", "The merchant has answered on case {caseNumber}"),
  CUSTOMER_OBJECTED: line(
    "顾客对案件 {caseNumber} 提出异议",
    "The customer contests the decision on case {caseNumber}",
  ),
  OFFER_ACCEPTED: line(
    "顾客接受了案件 {caseNumber} 的提议",
    "The customer has accepted the offer on case {caseNumber}",
  ),
  OFFER_REJECTED: line(
    "顾客拒绝了案件 {caseNumber} 的提议",
    "The customer has rejected the offer on case {caseNumber}",
  ),
  APPROVAL_WAITING: {
    "zh-CN": written("{amount} 退款待您审批（{caseNumber}）", [
      "案件 {caseNumber} 提议退款 {amount}，等待您审批。",
      "请在 {answerBy} 前处理。",
      open.zh,
    ]),
    en: written("A refund of {amount} waits for your approval ({caseNumber})", [
      "On case {caseNumber} a refund of {amount} is proposed, and waits for your approval.",
      "Please decide by {answerBy}.",
      open.en,
    ]),
  },
  APPROVAL_GIVEN: line(
    "您提议的退款已获批准（{caseNumber}）",
    "The refund you proposed has been approved ({caseNumber})",
  ),
  APPROVAL_LAPSED: line(
    "您提议的退款未在时限内获批，已退回处理（{caseNumber}），如仍需退款请重新提交",
    "Nobody decided in time on the refund you proposed ({caseNumber}): no money moves until it is proposed again",
  ),
  APPROVAL_REFUSED: line(
    "您提议的退款未获批准（{caseNumber}）",
    "The refund you proposed was not approved ({caseNumber})",
  ),
  AGREEMENT_WAITING: {
    "zh-CN": written("待您审批：{matter}", [
      "有一项申请等待您审批：{matter}。",
      ...ofCase.zh,
      "请在 {answerBy} 前处理。",
      open.zh,
    ]),
    en: written("Waiting for your approval: {matter}", [
      "Somebody asks for your approval of {matter}.",
      ...ofCase.en,
      "Please decide by {answerBy}.",
      open.en,
    ]),
  },
  AGREEMENT_GIVEN: {
    "zh-CN": written("您提出的申请已获批准：{matter}", [...ofCase.zh, open.zh]),
    en: written("What you proposed has been approved: {matter}", [...ofCase.en, open.en]),
  },
  AGREEMENT_REFUSED: {
    "zh-CN": written("您提出的申请未获批准：{matter}", [...ofCase.zh, "退回原因见审批页面。", open.zh]),
    en: written("What you proposed was not approved: {matter}", [
      ...ofCase.en,
      "The reason stands with the request.",
      open.en,
    ]),
  },
  AGREEMENT_LAPSED: {
    "zh-CN": written("您提出的申请逾期失效：{matter}", [...ofCase.zh, "如仍需要，请重新提出。", open.zh]),
    en: written("Nobody decided in time on what you proposed: {matter}", [
      ...ofCase.en,
      "If it is still wanted, propose it again.",
      open.en,
    ]),
  },
  AGREEMENT_RAISED: {
    "zh-CN": written("有申请等待审批过久：{matter}", [
      ...ofCase.zh,
      "若到 {answerBy} 仍无人处理，将自动失效。",
      open.zh,
    ]),
    en: written("A request for approval has waited too long: {matter}", [
      ...ofCase.en,
      "It lapses after {answerBy} if nobody decides.",
      open.en,
    ]),
  },
  REFUND_STUCK: line(
    "案件 {caseNumber} 的退款未成功，需要处理",
    "The refund on case {caseNumber} has failed and needs you",
  ),
  BANK_MOVED: line("案件 {caseNumber} 的争议有新进展", "The dispute on case {caseNumber} has moved"),
  BANK_RULED: line("银行已就案件 {caseNumber} 裁定", "The bank has ruled on case {caseNumber}"),
  PAID_TWICE: {
    "zh-CN": written("案件 {caseNumber}：同一笔钱付出了两次", [
      "银行就案件 {caseNumber} 作出了扣款裁定，而这笔钱此前已退还或正在退还给顾客，因此同一笔钱付出了两次。",
      "商户：{merchant}",
      "请向发卡银行追回多扣的部分。具体金额见案件。",
      open.zh,
    ]),
    en: written("Case {caseNumber}: the same money went out twice", [
      "The bank ruled on case {caseNumber} and keeps money that had gone back to the customer already, or was on its way. So the same money went out twice.",
      "Shop: {merchant}",
      "Ask the card's bank to give back what it took too much. The case says how much.",
      open.en,
    ]),
  },
  AGENCY_DECIDED: line("机构对案件 {caseNumber} 的处理已结束", "The agency has ended its work on case {caseNumber}"),
  MESSAGE_CAME: line("案件 {caseNumber} 有新消息", "There is a new message on case {caseNumber}"),
  EVIDENCE_CAME: line("案件 {caseNumber} 收到新的证据", "There is new evidence on case {caseNumber}"),
  DEADLINE_MISSED: line("案件 {caseNumber} 有时限已到期", "A deadline on case {caseNumber} has run out"),
  STAFF_INVITED: {
    "zh-CN": written("邀请您加入退款工作台", [
      "您好，您受邀以“{role}”身份加入退款工作台。",
      "请在 {answerBy} 前设置密码。",
      "从这里开始：{link}",
      "如果您不认识我们，请忽略这封邮件。",
    ]),
    en: written("You are invited to the refund desk", [
      "Hello. You are invited to the refund desk as {role}.",
      "Please choose your password by {answerBy}.",
      "Begin here: {link}",
      "If you do not know us, leave this message.",
    ]),
  },
  TRAINING_ASSIGNED: {
    "zh-CN": written("新的培训：{course}", ["您被安排参加培训“{course}”。", "请在 {dueOn} 前完成。", open.zh]),
    en: written("A new course for you: {course}", [
      "You have been assigned the course {course}.",
      "Please complete it by {dueOn}.",
      open.en,
    ]),
  },
  TRAINING_DUE_CHANGED: {
    "zh-CN": written("培训完成期限已变更：{course}", [
      "培训“{course}”的完成期限已变更。",
      "请在 {dueOn} 前完成。",
      open.zh,
    ]),
    en: written("A course of yours is due on another day: {course}", [
      "The day by which the course {course} is due has been changed.",
      "Please complete it by {dueOn}.",
      open.en,
    ]),
  },
  TRAINING_WITHDRAWN: {
    "zh-CN": written("培训指派已撤回：{course}", ["培训“{course}”的指派已撤回，您无需完成。", "查看原因：{link}"]),
    en: written("A course of yours was withdrawn: {course}", [
      "Your assignment to the course {course} has been withdrawn; you need not complete it.",
      "See why: {link}",
    ]),
  },
  TRAINING_WAIVER_WITHDRAWN: {
    "zh-CN": written("培训豁免已撤回：{course}", [
      "您对培训“{course}”的豁免已撤回。如没有其他有效记录，需要它的操作从现在起不能执行，通过课程后即恢复。",
      "查看原因并学习课程：{link}",
    ]),
    en: written("Your waiver of a course was withdrawn: {course}", [
      "Your waiver of the course {course} has been withdrawn. Unless you hold another valid record, actions that need it are closed to you from now on, until you pass it.",
      "See why, and take the course: {link}",
    ]),
  },
  TRAINING_DUE: {
    "zh-CN": written("培训即将到期：{course}", [
      "培训“{course}”的完成期限为 {dueOn}。期限过后，需要它的操作将暂停，完成后即恢复。",
      open.zh,
    ]),
    en: written("Training is due: {course}", [
      "The course {course} is to be completed by {dueOn}. After that day, actions that need it are closed to you until you complete it.",
      open.en,
    ]),
  },
  TRAINING_OVERDUE: {
    "zh-CN": written("培训已逾期：{course}", [
      "培训“{course}”应于 {dueOn} 前完成，目前尚未完成，请尽快学习。",
      open.zh,
    ]),
    en: written("Training is overdue: {course}", [
      "The course {course} was due by {dueOn} and is not complete. Please complete it as soon as you can.",
      open.en,
    ]),
  },
  TEAM_TRAINING_OVERDUE: {
    "zh-CN": written("有同事培训逾期：{course}", [
      "培训“{course}”应于 {dueOn} 前完成，仍有同事未完成。",
      "尚未完成：{colleagues}",
      "查看名单：{link}",
    ]),
    en: written("Colleagues are behind with training: {course}", [
      "The course {course} was due by {dueOn}, and not everybody has completed it.",
      "Still to complete it: {colleagues}",
      "See who: {link}",
    ]),
  },
  TRAINING_LAPSED: {
    "zh-CN": written("培训已过期：{course}", ["您的培训“{course}”已过期，需要它的操作已暂停，完成后即恢复。", open.zh]),
    en: written("Training has lapsed: {course}", [
      "Your record of the course {course} has lapsed. Actions that need it are closed until you complete it again.",
      open.en,
    ]),
  },
  FINDING_ASSIGNED: {
    "zh-CN": written("案件 {caseNumber} 的审计发现由您负责整改", [
      "对案件 {caseNumber} 的抽查有一项发现，由您负责整改。",
      "请在 {dueOn} 前完成。",
      "查看：{link}",
    ]),
    en: written("An audit finding on case {caseNumber} is yours to correct", [
      "A review of case {caseNumber} led to a finding that is yours to correct.",
      "Please do so by {dueOn}.",
      "See it: {link}",
    ]),
  },
  FINDING_SENT_BACK: {
    "zh-CN": written("案件 {caseNumber} 的审计发现整改未通过复核，已退回", [
      "案件 {caseNumber} 的审计发现整改未通过复核，已退回由您继续整改，理由见该发现的记录。",
      "整改期限：{dueOn}。",
      "查看：{link}",
    ]),
    en: written("The correction of an audit finding on case {caseNumber} was sent back", [
      "The correction of the finding on case {caseNumber} was not accepted, and the finding is yours again. Why is written beside it.",
      "It is due by {dueOn}.",
      "See it: {link}",
    ]),
  },
  FINDING_OVERDUE: {
    "zh-CN": written("案件 {caseNumber} 的审计发现已逾期", [
      "案件 {caseNumber} 的审计发现应于 {dueOn} 前整改，目前尚未完成。",
      "查看：{link}",
    ]),
    en: written("An audit finding on case {caseNumber} is overdue", [
      "The finding on case {caseNumber} was to be corrected by {dueOn}, and is not yet.",
      "See it: {link}",
    ]),
  },
  ENDPOINT_GONE: {
    "zh-CN": written("Webhook 接收地址已停止接收：{endpoint}", [
      "{endpoint} 应答 410 Gone，表示不再接收任何消息，系统已暂停向其发送。",
      "请与对方确认。恢复之前不会再发送，修改地址后也须恢复；未送达的消息可在恢复后从通知记录重新发送。",
      "查看：{link}",
    ]),
    en: written("A webhook endpoint wants nothing more: {endpoint}", [
      "{endpoint} answered 410 Gone, so it takes no message any more, and the desk has paused it.",
      "Ask its owner. Nothing is sent there until somebody resumes it; what was not delivered can then be sent again from the log of notices.",
      "See it: {link}",
    ]),
  },
} satisfies Readonly<Record<string, NoticeTexts>>;
