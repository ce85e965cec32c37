import type { CourseContent } from "../course-content.ts";

/** Nobody takes a case to the bank without it. */
export const bankDisputesCourse: CourseContent = {
  title: {
    zh: "银行争议处理",
    en: "Disputes at the bank",
  },
  summary: {
    zh: "何时移交银行、选哪个原因代码、期限内提交什么证据。",
    en: "When a case goes to the bank, under which reason code, and which evidence has to be there in time.",
  },
  minutes: 25,
  sections: [
    {
      heading: {
        zh: "什么时候移交银行",
        en: "When a case goes to the bank",
      },
      body: {
        zh: "移交银行意味着把决定权交给发卡行。移交之后，商户和客服都不能再自行退款，否则同一笔款项可能付两次。\n\n只有在下列情况下才移交：\n- 商户在期限内没有答复，或否认该笔交易；\n- 退款失败且收单机构不再重试；\n- 协商未达成一致，顾客要求由银行裁定。\n\n退款在途时不得移交：款项仍可能到账。",
        en: "Taking a case to the bank hands the decision to the card's issuer. From then on neither the shop nor the desk refunds by itself: the same money could be paid twice.\n\nIt goes there only when\n- the shop has been silent past its time, or denies the sale;\n- a refund has failed and the acquirer will not try again;\n- no agreement was reached and the customer wants the bank to rule.\n\nNever while a refund is on its way: it may still arrive.",
      },
    },
    {
      heading: {
        zh: "原因代码与证据",
        en: "Reason codes and evidence",
      },
      body: {
        zh: "原因代码决定银行按哪条规则审理，也决定需要哪些证据。先看顾客说了什么，再选代码；不要为了更长的期限而换代码。\n\n证据一经提交即冻结，不能补充。提交之前请核对：\n- 签购单或交易凭证；\n- 与顾客、商户的往来记录；\n- 商户的答复，或其期限届满的记录。",
        en: "The reason code decides by which rule the bank judges, and which evidence it wants. Begin with what the customer said; never pick a code for its longer window.\n\nEvidence is frozen when it is submitted and cannot be added to. Check before that:\n- the card slip or the record of the sale;\n- what passed between customer, shop and desk;\n- the shop's answer, or the proof that its time ran out.",
      },
    },
    {
      heading: {
        zh: "期限",
        en: "Deadlines",
      },
      body: {
        zh: "银行给出的日期优先于规则包计算出的日期。错过期限等于认输：款项由银行划走，不再审理。\n\n每个期限都能在案件中查看依据：规则、起点、跳过的日子。",
        en: "A date that the bank gives wins over the one that the rule pack computes. Missing it is losing: the bank takes the money and does not look again.\n\nEvery deadline on a case can be opened to its proof: the rule, the start, the days that were skipped.",
      },
    },
  ],
  questions: [
    {
      kind: "SINGLE",
      prompt: {
        zh: "退款已发送、结果未知，顾客要求找银行。应当怎么做？",
        en: "A refund was sent and its result is unknown; the customer asks for the bank. What do you do?",
      },
      options: [
        {
          text: {
            zh: "立即移交银行，以免错过期限",
            en: "Go to the bank at once, so that no window is missed",
          },
          right: false,
        },
        {
          text: {
            zh: "等到退款成功或失败有了结果再决定",
            en: "Wait until the refund has settled or failed",
          },
          right: true,
        },
        {
          text: {
            zh: "再发一次退款",
            en: "Send the refund again",
          },
          right: false,
        },
      ],
      explanation: {
        zh: "结果未知的退款仍可能到账。先查询结果；再次发送或移交都可能重复付款。",
        en: "A refund whose result is unknown may still arrive. Ask for the result first; sending again or going to the bank could pay twice.",
      },
    },
    {
      kind: "MULTIPLE",
      prompt: {
        zh: "哪些情况可以移交银行？",
        en: "When may a case go to the bank?",
      },
      options: [
        {
          text: {
            zh: "商户在期限内没有答复",
            en: "The shop did not answer in time",
          },
          right: true,
        },
        {
          text: {
            zh: "商户否认该笔交易",
            en: "The shop denies the sale",
          },
          right: true,
        },
        {
          text: {
            zh: "商户的期限还剩一天",
            en: "The shop still has a day left",
          },
          right: false,
        },
        {
          text: {
            zh: "顾客语气很急",
            en: "The customer is impatient",
          },
          right: false,
        },
      ],
      explanation: {
        zh: "商户仍有时间答复时不能越过商户；沉默或否认之后可以。",
        en: "A shop that still has time is not passed over; one that is silent or denies is.",
      },
    },
    {
      kind: "SINGLE",
      prompt: {
        zh: "银行函件写明 11 月 20 日前答复，规则包算出的是 11 月 25 日。以哪个为准？",
        en: "The bank's letter says 20 November, the rule pack computes 25 November. Which one holds?",
      },
      options: [
        {
          text: {
            zh: "11 月 20 日",
            en: "20 November",
          },
          right: true,
        },
        {
          text: {
            zh: "11 月 25 日",
            en: "25 November",
          },
          right: false,
        },
        {
          text: {
            zh: "取中间的日子",
            en: "The day in between",
          },
          right: false,
        },
      ],
      explanation: {
        zh: "银行给出的日期优先。",
        en: "The bank's own date wins.",
      },
    },
    {
      kind: "SINGLE",
      prompt: {
        zh: "提交证据后发现漏了签购单，怎么办？",
        en: "After submitting you find that the card slip is missing. What now?",
      },
      options: [
        {
          text: {
            zh: "补充上传即可",
            en: "Upload it afterwards",
          },
          right: false,
        },
        {
          text: {
            zh: "证据已冻结，不能补充，因此提交前要逐项核对",
            en: "It is frozen, so the list is checked before submitting",
          },
          right: true,
        },
      ],
      explanation: {
        zh: "提交即冻结。请在提交前按原因代码的清单逐项核对。",
        en: "Submission freezes the packet. Check it against the code's list beforehand.",
      },
    },
  ],
  passMark: 75,
  validityMonths: 12,
  attemptsAllowed: 3,
};
