import type { CourseContent } from "../course-content.ts";

export const refundBasicsCourse: CourseContent = {
  title: {
    zh: "退款基础",
    en: "Refund basics",
  },
  summary: {
    zh: "从受理到到账：核对、裁定、退款，以及不能做的事。",
    en: "From request to money back: checks, decision, refund, and what never to do.",
  },
  minutes: 30,
  sections: [
    {
      heading: {
        zh: "六项核对",
        en: "Six checks",
      },
      body: {
        zh: "每笔退款之前须核对：交易已找到、金额可退、在期限内、有凭证、身份已确认、商品状态。由数据判定的核对不能手工填写；豁免须由主管说明理由。",
        en: "Before money goes back, six things are checked: the sale is found, the amount is refundable, it is in time, there is proof, the identity is confirmed, the state of the goods. What data answers is not filled in by hand; only a supervisor waives, with a reason.",
      },
    },
    {
      heading: {
        zh: "款项原路退回",
        en: "Back to the card that paid",
      },
      body: {
        zh: "退款只退回付款的那张卡。预计 1–3 个工作日到账。结果未知的退款先查询，不重发。\n\n向顾客告知金额、到账日期和申诉途径。",
        en: "Money goes back to the card that paid, usually in one to three working days. A refund whose result is unknown is asked about, not sent again.\n\nTell the customer the amount, the day, and how to contest.",
      },
    },
  ],
  questions: [
    {
      kind: "SINGLE",
      prompt: {
        zh: "顾客要求把退款打到另一张卡上。",
        en: "The customer wants the money on another card.",
      },
      options: [
        {
          text: {
            zh: "照办",
            en: "Do it",
          },
          right: false,
        },
        {
          text: {
            zh: "不可以；这是例外，须由合规专员处理",
            en: "No; that is an exception for compliance",
          },
          right: true,
        },
      ],
      explanation: {
        zh: "款项只退回付款的卡，其他方式是例外。",
        en: "Money goes back to the card that paid; anything else is an exception.",
      },
    },
    {
      kind: "SINGLE",
      prompt: {
        zh: "退款请求超时，没有收到答复。",
        en: "The acquirer did not answer the refund.",
      },
      options: [
        {
          text: {
            zh: "换一个号码重发",
            en: "Send it again under a new number",
          },
          right: false,
        },
        {
          text: {
            zh: "按原指令号查询结果",
            en: "Ask for the result by the same key",
          },
          right: true,
        },
      ],
      explanation: {
        zh: "先查询，绝不盲目重发。",
        en: "Ask first; never send blindly again.",
      },
    },
  ],
  passMark: 80,
  validityMonths: 24,
  attemptsAllowed: null,
};
