import { type NoticeTexts, written } from "../notice-text.ts";

const complain = {
  zh: "投诉渠道：{agency}，{agencyAddress}",
  en: "Where to complain: {agency}, {agencyAddress}",
};
const see = { zh: "查看理由和全部经过：{link}", en: "The reasons, and all that happened: {link}" };

/**
 * Every answer that sends no money says where else the customer can go. What went back before the case was taken up again
 * stays theirs, so none says that nothing did.
 */
export const refusalTexts = {
  REQUEST_DECLINED: {
    "zh-CN": written(
      "关于申请 {caseNumber} 的答复",
      [
        "您好，经核对，我们不能同意申请 {caseNumber} 的退款要求。理由如下：",
        "{message}",
        "您可以在 {answerBy} 前提出异议：{link}",
        "{stillOpen}",
        complain.zh,
        see.zh,
      ],
      "申请 {caseNumber} 未获同意，理由与异议：{link}。您也可向{agency}投诉：{agencyAddress}",
    ),
    en: written(
      "Our answer to your request {caseNumber}",
      [
        "Hello. We have looked into your request {caseNumber} and cannot agree to a refund. Our reasons:",
        "{message}",
        "You can contest this until {answerBy}: {link}",
        "{stillOpen}",
        complain.en,
        see.en,
      ],
      "We could not agree to request {caseNumber}. Reasons, and how to contest: {link} You can also complain to {agency}: {agencyAddress}",
    ),
  },
  BANK_REFUSED: {
    "zh-CN": written(
      "银行对申请 {caseNumber} 的裁定",
      [
        "您好，银行审理了申请 {caseNumber}，认定这笔付款有效。申请到此结束，不会再有退款。",
        "{stillOpen}",
        complain.zh,
        see.zh,
      ],
      "银行认定申请 {caseNumber} 的付款有效，不会再有退款：{link}。您仍可向{agency}投诉：{agencyAddress}",
    ),
    en: written(
      "What the bank decided on request {caseNumber}",
      [
        "Hello. The bank has looked into your request {caseNumber} and decided that the payment stands. With that the request is closed, and nothing further goes back.",
        "{stillOpen}",
        complain.en,
        see.en,
      ],
      "The bank decided that the payment of request {caseNumber} stands, so nothing further goes back: {link} You can still complain to {agency}: {agencyAddress}",
    ),
  },
  AGENCY_CLOSED: {
    "zh-CN": written(
      "{agency}对投诉的处理已结束（{caseNumber}）",
      [
        "您好，{agency}（{agencyAddress}）对申请 {caseNumber} 的处理已结束，未达成退款，事情到此结束。",
        "{stillOpen}",
        see.zh,
      ],
      "申请 {caseNumber}：{agency}（{agencyAddress}）处理已结束，未达成退款：{link}",
    ),
    en: written(
      "The agency has ended its work on request {caseNumber}",
      [
        "Hello. {agency} ({agencyAddress}) has ended its work on your request {caseNumber} without a refund. With that, the request is closed.",
        "{stillOpen}",
        see.en,
      ],
      "{agency} ({agencyAddress}) has ended its work on request {caseNumber} without a refund: {link}",
    ),
  },
  REQUEST_LAPSED: {
    "zh-CN": written(
      "申请 {caseNumber} 因未收到回复已结束",
      [
        "您好，由于没有在期限内收到您补充的信息，申请 {caseNumber} 已自动结束。如果仍需处理，请与我们联系，可以重新处理。",
        "{stillOpen}",
        complain.zh,
        see.zh,
      ],
      "申请 {caseNumber} 因逾期未回复已结束：{link}。您也可向{agency}投诉：{agencyAddress}",
    ),
    en: written(
      "Request {caseNumber} has ended without your answer",
      [
        "Hello. We did not receive what we asked you for in time, so your request {caseNumber} has ended. If you still need it, tell us and it can be taken up again.",
        "{stillOpen}",
        complain.en,
        see.en,
      ],
      "Request {caseNumber} has ended, as no answer came in time: {link} You can also complain to {agency}: {agencyAddress}",
    ),
  },
  REQUEST_CLOSED: {
    "zh-CN": written(
      "申请 {caseNumber} 已结束",
      ["您好，申请 {caseNumber} 已结束，不会再有退款。", "{message}", "{stillOpen}", complain.zh, see.zh],
      "申请 {caseNumber} 已结束，不会再有退款：{link}。您也可向{agency}投诉：{agencyAddress}",
    ),
    en: written(
      "Your request {caseNumber} is closed",
      [
        "Hello. Your request {caseNumber} has been closed, and nothing further goes back.",
        "{message}",
        "{stillOpen}",
        complain.en,
        see.en,
      ],
      "Your request {caseNumber} is closed, and nothing further goes back: {link} You can also complain to {agency}: {agencyAddress}",
    ),
  },
} satisfies Readonly<Record<string, NoticeTexts>>;
