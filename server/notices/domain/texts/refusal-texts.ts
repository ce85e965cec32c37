import { type NoticeTexts, written } from "../notice-text.ts";

/** While our answer can still be contested. */
const rights = {
  zh: "如果您不同意，除提出异议外，还可以向{agency}投诉（{agencyAddress}），也可以联系您的发卡银行。这些权利互不影响。",
  en: "If you do not agree, you can complain to {agency} ({agencyAddress}) or go to your card's bank, beside telling us so. None of these stands in the way of another.",
};
const afterwards = {
  zh: "如果您不同意，可以向{agency}投诉（{agencyAddress}），也可以联系您的发卡银行。两者互不影响。",
  en: "If you do not agree, you can complain to {agency} ({agencyAddress}) or go to your card's bank. Neither stands in the way of the other.",
};
const againstTheBank = {
  zh: "如不同意发卡银行的决定，您可以请该银行复核，也可以向{agency}投诉（{agencyAddress}）。两者互不影响。",
  en: "If you do not agree with your bank's decision, you can ask the bank to look at it again, or complain to {agency} ({agencyAddress}). Neither stands in the way of the other.",
};
const see = { zh: "查看理由和全部经过：{link}", en: "The reasons, and all that happened: {link}" };

/** Every answer that sends no money says where else the customer can go. */
export const refusalTexts = {
  REQUEST_DECLINED: {
    "zh-CN": written(
      "关于申请 {caseNumber} 的答复",
      [
        "您好，经核对，我们不能同意申请 {caseNumber} 的退款要求。理由如下：",
        "{message}",
        "您可以在 {answerBy} 前提出异议：{link}",
        rights.zh,
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
        rights.en,
        see.en,
      ],
      "We could not agree to request {caseNumber}. Reasons, and how to contest: {link} You can also complain to {agency}: {agencyAddress}",
    ),
  },
  BANK_REFUSED: {
    "zh-CN": written(
      "银行对申请 {caseNumber} 的裁定",
      ["您好，银行审理了申请 {caseNumber}，裁定不予退款，事情到此结束。", againstTheBank.zh, see.zh],
      "银行对申请 {caseNumber} 裁定不予退款：{link}。您仍可向{agency}投诉：{agencyAddress}",
    ),
    en: written(
      "What the bank decided on request {caseNumber}",
      [
        "Hello. The bank has looked into your request {caseNumber} and decided that no money goes back. With that, the request is closed.",
        againstTheBank.en,
        see.en,
      ],
      "The bank decided that no money goes back on request {caseNumber}: {link} You can still complain to {agency}: {agencyAddress}",
    ),
  },
  AGENCY_CLOSED: {
    "zh-CN": written(
      "{agency}对投诉的处理已结束（{caseNumber}）",
      [
        "您好，{agency}（{agencyAddress}）对申请 {caseNumber} 的处理已结束，未达成退款，事情到此结束。",
        "您仍可以联系您的发卡银行，或依法通过诉讼、仲裁解决。",
        see.zh,
      ],
      "申请 {caseNumber}：{agency}（{agencyAddress}）处理已结束，未达成退款：{link}",
    ),
    en: written(
      "The agency has ended its work on request {caseNumber}",
      [
        "Hello. {agency} ({agencyAddress}) has ended its work on your request {caseNumber} without a refund. With that, the request is closed.",
        "You can still go to your card's bank, or to a court or arbitration.",
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
        afterwards.zh,
        see.zh,
      ],
      "申请 {caseNumber} 因逾期未回复已结束：{link}。您也可向{agency}投诉：{agencyAddress}",
    ),
    en: written(
      "Request {caseNumber} has ended without your answer",
      [
        "Hello. We did not receive what we asked you for in time, so your request {caseNumber} has ended. If you still need it, tell us and it can be taken up again.",
        afterwards.en,
        see.en,
      ],
      "Request {caseNumber} has ended, as no answer came in time: {link} You can also complain to {agency}: {agencyAddress}",
    ),
  },
  REQUEST_CLOSED: {
    "zh-CN": written(
      "申请 {caseNumber} 已结束",
      ["您好，申请 {caseNumber} 已结束，未退款。", "{message}", afterwards.zh, see.zh],
      "申请 {caseNumber} 已结束，未退款：{link}。您也可向{agency}投诉：{agencyAddress}",
    ),
    en: written(
      "Your request {caseNumber} is closed",
      ["Hello. Your request {caseNumber} has been closed without a refund.", "{message}", afterwards.en, see.en],
      "Your request {caseNumber} is closed without a refund: {link} You can also complain to {agency}: {agencyAddress}",
    ),
  },
} satisfies Readonly<Record<string, NoticeTexts>>;
