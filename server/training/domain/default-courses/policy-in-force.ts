import type { CourseContent } from "../course-content.ts";

export const policyCourse: CourseContent = {
  title: {
    zh: "现行退款政策",
    en: "The policy in force",
  },
  summary: {
    zh: "确认已阅读现行政策版本，并能按其裁定。",
    en: "That you have read the version in force and can decide by it.",
  },
  minutes: 15,
  sections: [
    {
      heading: {
        zh: "读政策",
        en: "Reading it",
      },
      body: {
        zh: "政策由若干行条件和结果组成，自上而下，第一条符合的行决定结果。每份裁定都保留版本、事实和依据，日后可以重现。",
        en: "The policy is a table of conditions and outcomes; the first row that fits decides. Every decision keeps its version, its facts and its trace, and can be replayed.",
      },
    },
    {
      heading: {
        zh: "偏离政策",
        en: "Leaving it",
      },
      body: {
        zh: "可以作出不同决定，但须写明理由，供合规专员查阅。",
        en: "You may decide otherwise, with a reason that compliance reads.",
      },
    },
  ],
  questions: [
    {
      kind: "SINGLE",
      prompt: {
        zh: "两行条件都符合时，以哪一行为准？",
        en: "Two rows fit. Which one decides?",
      },
      options: [
        {
          text: {
            zh: "第一行",
            en: "The first",
          },
          right: true,
        },
        {
          text: {
            zh: "金额较大的一行",
            en: "The one with the larger amount",
          },
          right: false,
        },
        {
          text: {
            zh: "由专员选择",
            en: "The agent chooses",
          },
          right: false,
        },
      ],
      explanation: {
        zh: "自上而下，第一条符合的行决定。",
        en: "From the top, the first that fits decides.",
      },
    },
    {
      kind: "SINGLE",
      prompt: {
        zh: "您的决定与政策不同，需要什么？",
        en: "You decide otherwise than the policy. What does it take?",
      },
      options: [
        {
          text: {
            zh: "无需说明",
            en: "Nothing",
          },
          right: false,
        },
        {
          text: {
            zh: "写明理由，供合规专员查阅",
            en: "A reason, which compliance reads",
          },
          right: true,
        },
      ],
      explanation: {
        zh: "偏离政策必须有理由。",
        en: "Leaving the policy takes a reason.",
      },
    },
  ],
  passMark: 100,
  validityMonths: null,
  attemptsAllowed: null,
};
