import type { CourseContent } from "../course-content.ts";

export const personalDataCourse: CourseContent = {
  title: {
    zh: "个人信息保护",
    en: "Personal data",
  },
  summary: {
    zh: "看什么、不看什么；卡号与安全码绝不入库。",
    en: "What to look at and what not; card numbers and security codes are never kept.",
  },
  minutes: 15,
  sections: [
    {
      heading: {
        zh: "最少必要",
        en: "No more than needed",
      },
      body: {
        zh: "只查看处理案件所必需的资料。每次查看都有记录。卡号只保留前六位和后四位，安全码一律不得记录，也不要让顾客发来。",
        en: "Look only at what the case needs; each look is logged. Of a card number the first six and last four are kept, of a security code nothing; never ask for it.",
      },
    },
    {
      heading: {
        zh: "发现泄露时",
        en: "When something got out",
      },
      body: {
        zh: "立即告知合规专员，不要自行删除记录。",
        en: "Tell compliance at once, and delete nothing yourself.",
      },
    },
  ],
  questions: [
    {
      kind: "SINGLE",
      prompt: {
        zh: "顾客在留言中写了完整卡号和安全码。",
        en: "A customer writes their full card number and security code.",
      },
      options: [
        {
          text: {
            zh: "复制到备注，以便核对",
            en: "Copy it into a note for later",
          },
          right: false,
        },
        {
          text: {
            zh: "不记录；系统已遮盖，提醒顾客不要再发送",
            en: "Keep nothing; it is masked, and ask them not to send it again",
          },
          right: true,
        },
      ],
      explanation: {
        zh: "安全码任何情况下都不得保存。",
        en: "A security code is never kept, anywhere.",
      },
    },
    {
      kind: "MULTIPLE",
      prompt: {
        zh: "卡号的哪些部分可以保留？",
        en: "Which parts of a card number may be kept?",
      },
      options: [
        {
          text: {
            zh: "前六位",
            en: "The first six",
          },
          right: true,
        },
        {
          text: {
            zh: "后四位",
            en: "The last four",
          },
          right: true,
        },
        {
          text: {
            zh: "中间六位",
            en: "The middle six",
          },
          right: false,
        },
      ],
      explanation: {
        zh: "前六后四，其余一律不保留。",
        en: "First six and last four, nothing else.",
      },
    },
  ],
  passMark: 100,
  validityMonths: 12,
  attemptsAllowed: null,
};
