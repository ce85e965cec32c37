import type { CourseContent } from "../course-content.ts";

export const agencyCourse: CourseContent = {
  title: {
    zh: "消费者保护移送",
    en: "Referral to consumer protection",
  },
  summary: {
    zh: "何时告知顾客投诉途径，如何准备移送材料。",
    en: "When to tell the customer of the agency, and how the packet is made.",
  },
  minutes: 20,
  sections: [
    {
      heading: {
        zh: "每次拒绝都要告知",
        en: "Told in every refusal",
      },
      body: {
        zh: "拒绝退款时，必须告知顾客有权向 12315 等机构投诉，并给出地址。移送之后时限由机构规定。",
        en: "Every refusal tells the customer that they may complain to an agency such as 12315, and where. After a referral the agency's clock runs.",
      },
    },
  ],
  questions: [
    {
      kind: "SINGLE",
      prompt: {
        zh: "什么时候告知顾客可以投诉？",
        en: "When is the customer told of the agency?",
      },
      options: [
        {
          text: {
            zh: "顾客问起时",
            en: "When they ask",
          },
          right: false,
        },
        {
          text: {
            zh: "每一次拒绝时",
            en: "In every refusal",
          },
          right: true,
        },
      ],
      explanation: {
        zh: "每次拒绝都要告知。",
        en: "In every refusal.",
      },
    },
  ],
  passMark: 100,
  validityMonths: 24,
  attemptsAllowed: null,
};
