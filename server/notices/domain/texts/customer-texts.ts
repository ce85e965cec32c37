import { type NoticeTexts, written } from "../notice-text.ts";
import { refusalTexts } from "./refusal-texts.ts";

const see = { zh: "随时查看进展：{link}", en: "See where it stands at any time: {link}" };

/** To the customer: plain words, no term of the trade, and always the way to their own page. */
export const customerTexts = {
  ...refusalTexts,
  REQUEST_RECEIVED: {
    "zh-CN": written(
      "已收到您的申请（{caseNumber}）",
      [
        "您好，我们已收到您对“{merchant}”这笔消费提出的申请，涉及金额 {amount}，申请编号 {caseNumber}。",
        "我们会在 {answerBy} 前给您答复。",
        see.zh,
        "这个链接只属于您，请不要转发给他人。",
      ],
      "已收到您的申请，编号 {caseNumber}。查看进展：{link} 链接仅供本人使用，请勿转发。",
    ),
    en: written(
      "We have your request {caseNumber}",
      [
        "Hello. We have received your request about your payment at {merchant}, over {amount}. Its number is {caseNumber}.",
        "You will hear from us by {answerBy}.",
        see.en,
        "This link is yours alone. Please do not pass it on.",
      ],
      "We have your request {caseNumber}. See where it stands: {link} The link is yours alone.",
    ),
  },
  INFORMATION_NEEDED: {
    "zh-CN": written(
      "您的申请 {caseNumber} 还需要您补充信息",
      [
        "您好，为了继续处理申请 {caseNumber}，我们需要您补充：",
        "{message}",
        "请在 {answerBy} 前回复。逾期未回复，申请会自动结束；如我们提出的方案届时仍有效，您仍可答复该方案。",
        "在这里回复或上传文件：{link}",
      ],
      "申请 {caseNumber} 需要您补充信息，请尽快回复：{link}",
    ),
    en: written(
      "Your request {caseNumber}: we need something from you",
      [
        "Hello. To go on with your request {caseNumber} we need the following from you:",
        "{message}",
        "Please answer by {answerBy}. Without an answer by then, the request ends by itself, unless an offer of ours is still open to you.",
        "Answer or add files here: {link}",
      ],
      "We need something from you to go on with your request {caseNumber}. Please answer here: {link}",
    ),
  },
  REFUND_APPROVED: {
    "zh-CN": written(
      "退款已同意（{caseNumber}）",
      [
        "您好，申请 {caseNumber} 已同意退款 {amount}。",
        "款项将退回您付款时使用的尾号 {cardLast4} 的银行卡。",
        "一般会在 {arrivesOn} 前到账，具体时间以您的银行为准。",
        see.zh,
      ],
      "申请 {caseNumber} 已同意退款 {amount}，将退回原付款卡。查看进展：{link}",
    ),
    en: written(
      "Your refund has been agreed ({caseNumber})",
      [
        "Hello. On your request {caseNumber}, a refund of {amount} has been agreed.",
        "It goes back to the card ending in {cardLast4} that you paid with.",
        "It usually arrives by {arrivesOn}; your bank decides the exact moment.",
        see.en,
      ],
      "A refund of {amount} has been agreed on your request {caseNumber}. It goes back to the card you paid with: {link}",
    ),
  },
  REFUND_PAID: {
    "zh-CN": written(
      "退款已完成（{caseNumber}）",
      [
        "您好，申请 {caseNumber} 的退款 {amount} 已经退出。",
        "请查看尾号 {cardLast4} 的银行卡账户。",
        "一般会在 {arrivesOn} 前入账。如果到期仍未到账，请向发卡银行出示退款凭证。",
        "退款凭证和全部经过都在这里：{link}",
      ],
      "申请 {caseNumber} 的退款 {amount} 已退出，请留意账户。凭证：{link}",
    ),
    en: written(
      "Your refund has been paid ({caseNumber})",
      [
        "Hello. The refund of {amount} on your request {caseNumber} has been paid out.",
        "Please look at the account of your card ending in {cardLast4}.",
        "It is usually there by {arrivesOn}. If it does not come, show your bank the receipt.",
        "Your receipt and all that happened are here: {link}",
      ],
      "The refund of {amount} on your request {caseNumber} has been paid. Your receipt: {link}",
    ),
  },
  OBJECTION_RECEIVED: {
    "zh-CN": written(
      "已收到您的异议（{caseNumber}）",
      ["您好，我们已收到您对申请 {caseNumber} 答复的异议，会重新与您和商户商议。", see.zh],
      "已收到您对申请 {caseNumber} 的异议，我们会重新处理：{link}",
    ),
    en: written(
      "We have your objection ({caseNumber})",
      [
        "Hello. We have received your objection to our answer on your request {caseNumber}, and are taking it up again with you and the shop.",
        see.en,
      ],
      "We have your objection on request {caseNumber} and are taking it up again: {link}",
    ),
  },
  OFFER_MADE: {
    "zh-CN": written(
      "关于申请 {caseNumber}，我们提出退款 {amount}",
      [
        "您好，关于申请 {caseNumber}，我们提议退款 {amount}。",
        "{message}",
        "请在 {answerBy} 前接受或拒绝。拒绝不会影响您的其他权利。",
        "在这里答复：{link}",
      ],
      "申请 {caseNumber}：我们提议退款 {amount}，请在此答复：{link}",
    ),
    en: written(
      "An offer of {amount} on your request {caseNumber}",
      [
        "Hello. On your request {caseNumber} we offer a refund of {amount}.",
        "{message}",
        "Please accept or reject it by {answerBy}. Rejecting it takes none of your other rights away.",
        "Answer here: {link}",
      ],
      "We offer {amount} on your request {caseNumber}. Please answer here: {link}",
    ),
  },
  SENT_TO_BANK: {
    "zh-CN": written(
      "您的申请 {caseNumber} 已提交银行",
      [
        "您好，您的申请 {caseNumber} 已交由您的发卡银行审理，涉及金额 {amount}。",
        "预计在 {answerBy} 前有结果。这期间您不需要做什么。",
        see.zh,
      ],
      "申请 {caseNumber} 已交由发卡银行审理，有结果我们会通知您：{link}",
    ),
    en: written(
      "Your request {caseNumber} is with the bank",
      [
        "Hello. Your request {caseNumber} over {amount} is now with your card's bank, which will decide it.",
        "We expect its answer by {answerBy}. There is nothing that you need to do meanwhile.",
        see.en,
      ],
      "Your request {caseNumber} is now with your card's bank. We will tell you what it decides: {link}",
    ),
  },
  BANK_DECIDED_REFUND: {
    "zh-CN": written(
      "银行已裁定退款（{caseNumber}）",
      [
        "您好，银行就申请 {caseNumber} 裁定向您退款 {amount}，我们正在办理。",
        "款项将退回尾号 {cardLast4} 的银行卡。",
        "一般会在 {arrivesOn} 前到账。",
        see.zh,
      ],
      "银行裁定就申请 {caseNumber} 退款 {amount}，正在办理：{link}",
    ),
    en: written(
      "The bank has decided for a refund ({caseNumber})",
      [
        "Hello. On your request {caseNumber} the bank has decided that {amount} goes back to you. We are seeing to it.",
        "It goes back to the card ending in {cardLast4}.",
        "It usually arrives by {arrivesOn}.",
        see.en,
      ],
      "The bank has decided that {amount} goes back to you on request {caseNumber}: {link}",
    ),
  },
  BANK_PAYS: {
    "zh-CN": written(
      "银行已将款项退给您（{caseNumber}）",
      [
        "您好，银行就申请 {caseNumber} 作出了有利于您的裁定，{amount} 由银行直接退给您。",
        "请查看尾号 {cardLast4} 的银行卡账户。",
        see.zh,
      ],
      "银行已就申请 {caseNumber} 将 {amount} 退给您，请留意账户：{link}",
    ),
    en: written(
      "The bank gives you the money back ({caseNumber})",
      [
        "Hello. The bank has decided your request {caseNumber} in your favour, and gives {amount} back to you itself.",
        "Please look at the account of your card ending in {cardLast4}.",
        see.en,
      ],
      "The bank has decided request {caseNumber} in your favour and gives {amount} back to you: {link}",
    ),
  },
  BACK_FROM_BANK: {
    "zh-CN": written(
      "申请 {caseNumber} 已回到我们这里",
      ["您好，银行未就申请 {caseNumber} 作出最终裁定，事情由我们继续与您和商户商议。", see.zh],
      "申请 {caseNumber} 已由银行退回，我们继续处理：{link}",
    ),
    en: written(
      "Your request {caseNumber} is back with us",
      [
        "Hello. The bank has not settled your request {caseNumber} for good. We go on with it, with you and the shop.",
        see.en,
      ],
      "Your request {caseNumber} has come back from the bank, and we go on with it: {link}",
    ),
  },
  SENT_TO_AGENCY: {
    "zh-CN": written(
      "您的投诉已提交{agency}（{caseNumber}）",
      [
        "您好，您的申请 {caseNumber} 已移送{agency}，网址 {agencyAddress}。",
        "该机构一般会在 {answerBy} 前决定是否受理。您也可以直接与其联系。",
        see.zh,
      ],
      "申请 {caseNumber} 已移送{agency}（{agencyAddress}）。进展：{link}",
    ),
    en: written(
      "Your complaint is with the agency ({caseNumber})",
      [
        "Hello. Your request {caseNumber} has been passed to {agency}, at {agencyAddress}.",
        "It usually decides by {answerBy} whether it takes the complaint on. You can also go to it directly.",
        see.en,
      ],
      "Your request {caseNumber} is now with {agency} ({agencyAddress}). See: {link}",
    ),
  },
  AGENCY_WORKS: {
    "zh-CN": written("投诉有新进展（{caseNumber}）", [
      "您好，{agency}对您的投诉（{caseNumber}）有了新的处理进展。",
      "调解一般会在 {answerBy} 前结束。",
      see.zh,
    ]),
    en: written("News of your complaint ({caseNumber})", [
      "Hello. {agency} has taken a new step on your complaint {caseNumber}.",
      "Its mediation usually ends by {answerBy}.",
      see.en,
    ]),
  },
  AGENCY_REFUND: {
    "zh-CN": written(
      "调解达成退款（{caseNumber}）",
      [
        "您好，经{agency}调解，申请 {caseNumber} 达成退款 {amount}，我们正在办理。",
        "款项将退回尾号 {cardLast4} 的银行卡。",
        "一般会在 {arrivesOn} 前到账。",
        see.zh,
      ],
      "经{agency}调解，申请 {caseNumber} 将退款 {amount}：{link}",
    ),
    en: written(
      "Agreed: a refund of {amount} ({caseNumber})",
      [
        "Hello. With the help of {agency}, a refund of {amount} has been agreed on your request {caseNumber}. We are seeing to it.",
        "It goes back to the card ending in {cardLast4}.",
        "It usually arrives by {arrivesOn}.",
        see.en,
      ],
      "With the help of {agency}, a refund of {amount} has been agreed on request {caseNumber}: {link}",
    ),
  },
  REQUEST_WITHDRAWN: {
    "zh-CN": written("您已撤回申请 {caseNumber}", [
      "您好，按您的要求，申请 {caseNumber} 已撤回并结束。如果这不是您本人的操作，请立即与我们联系。",
      "全部经过：{link}",
    ]),
    en: written("You have withdrawn your request {caseNumber}", [
      "Hello. As you asked, your request {caseNumber} has been withdrawn and is closed. If this was not you, contact us at once.",
      "All that happened: {link}",
    ]),
  },
  REQUEST_REOPENED: {
    "zh-CN": written(
      "申请 {caseNumber} 已重新处理",
      ["您好，我们已重新处理您的申请 {caseNumber}。", "我们会在 {answerBy} 前给您答复。", see.zh],
      "您的申请 {caseNumber} 已重新处理：{link}",
    ),
    en: written(
      "Your request {caseNumber} is open again",
      ["Hello. We have taken your request {caseNumber} up again.", "You will hear from us by {answerBy}.", see.en],
      "Your request {caseNumber} is open again: {link}",
    ),
  },
  MESSAGE_FOR_CUSTOMER: {
    "zh-CN": written(
      "关于申请 {caseNumber} 的留言",
      ["您好，关于您的申请 {caseNumber}，我们给您留言：", "{message}", "在这里回复：{link}"],
      "申请 {caseNumber} 有给您的新留言：{link}",
    ),
    en: written(
      "A message about your request {caseNumber}",
      ["Hello. We have a message for you about your request {caseNumber}:", "{message}", "Answer here: {link}"],
      "You have a message about your request {caseNumber}: {link}",
    ),
  },
  CASE_LINK: {
    "zh-CN": written(
      "查看申请 {caseNumber} 的链接",
      [
        "您好，这是查看申请 {caseNumber} 的专属链接：{link}",
        "如果您没有索取过这个链接，可以忽略这条通知，您的申请不受影响。",
      ],
      "查看申请 {caseNumber} 的专属链接：{link} 如非本人索取请忽略。",
    ),
    en: written(
      "Your link to request {caseNumber}",
      [
        "Hello. This is your own link to request {caseNumber}: {link}",
        "If you did not ask for it, you can leave it; nothing has changed on your request.",
      ],
      "Your link to request {caseNumber}: {link} If you did not ask for it, leave it.",
    ),
  },
} satisfies Readonly<Record<string, NoticeTexts>>;
