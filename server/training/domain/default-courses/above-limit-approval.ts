import type { CourseContent } from "../course-content.ts";

/** Nobody grants money above an agent's own limit without it. */
export const aboveLimitCourse: CourseContent = {
  title: {
    zh: "限额以上退款审批",
    en: "Approving refunds above the limit",
  },
  summary: {
    zh: "四眼原则、审批顺序、审批前必看的三件事。",
    en: "Four eyes, the order of approvals, and three things to read before granting.",
  },
  minutes: 20,
  sections: [
    {
      heading: {
        zh: "为什么要两个人",
        en: "Why it takes two",
      },
      body: {
        zh: "超过客服限额的退款由另一人审批。提出者不得审批自己的提议，也不得审批自己会收到的款项。\n\n限额由现行政策规定，系统按政策计算需要几级审批，并按顺序进行。",
        en: "What is above an agent's limit is approved by somebody else: never by whoever proposed it, and never by whoever would be paid.\n\nThe limits are the policy's. The desk computes from it how many approvals are needed, and takes them in order.",
      },
    },
    {
      heading: {
        zh: "审批前看三件事",
        en: "Three things to read first",
      },
      body: {
        zh: "- 裁定：政策怎么说，第几行，客服是否另有决定及其理由；\n- 款项：原交易金额、已退、在途、可退；\n- 风险：是否原路退回，是否存在重复请求。\n\n审批即授权付款。疑问请先退回，并写明理由。",
        en: "- The decision: what the policy says, by which row, and whether the agent decided otherwise and why;\n- the money: what was paid, what has gone back, what is on its way, what is left;\n- the risk: whether it goes back to the card that paid, and whether the same was asked twice.\n\nGranting is an order to pay. When in doubt, reject with a reason.",
      },
    },
  ],
  questions: [
    {
      kind: "SINGLE",
      prompt: {
        zh: "您昨天提出了一笔退款，今天代理主管职务。可以审批它吗？",
        en: "You proposed a refund yesterday and stand in for the supervisor today. May you grant it?",
      },
      options: [
        {
          text: {
            zh: "可以，职务已经变了",
            en: "Yes, the role is another one now",
          },
          right: false,
        },
        {
          text: {
            zh: "不可以，须由他人审批",
            en: "No, somebody else has to",
          },
          right: true,
        },
        {
          text: {
            zh: "金额较小时可以",
            en: "Yes, if the amount is small",
          },
          right: false,
        },
      ],
      explanation: {
        zh: "四眼原则看人，不看职务。",
        en: "Four eyes are about the person, not the role.",
      },
    },
    {
      kind: "MULTIPLE",
      prompt: {
        zh: "审批前必须查看哪些内容？",
        en: "What do you read before granting?",
      },
      options: [
        {
          text: {
            zh: "政策裁定及其依据",
            en: "The policy's decision and why",
          },
          right: true,
        },
        {
          text: {
            zh: "可退余额与在途款项",
            en: "What is left and what is on its way",
          },
          right: true,
        },
        {
          text: {
            zh: "顾客的社交媒体",
            en: "The customer's social media",
          },
          right: false,
        },
        {
          text: {
            zh: "款项是否退回原卡",
            en: "Whether it goes back to the card that paid",
          },
          right: true,
        },
      ],
      explanation: {
        zh: "裁定、款项、风险三项缺一不可。",
        en: "Decision, money and risk: all three.",
      },
    },
    {
      kind: "SINGLE",
      prompt: {
        zh: "客服的决定与政策不同，理由一栏写着“顾客催得急”。您会？",
        en: "The agent overrides the policy, and the reason says “customer is in a hurry”. You …",
      },
      options: [
        {
          text: {
            zh: "通过，顾客满意最重要",
            en: "grant it, a happy customer matters most",
          },
          right: false,
        },
        {
          text: {
            zh: "退回并写明需要何种理由",
            en: "reject it, saying what reason is needed",
          },
          right: true,
        },
      ],
      explanation: {
        zh: "偏离政策须有与案件事实相关的理由，供合规专员查阅。",
        en: "Leaving the policy needs a reason in the facts of the case; compliance reads it.",
      },
    },
  ],
  passMark: 80,
  validityMonths: 12,
  attemptsAllowed: 3,
};
