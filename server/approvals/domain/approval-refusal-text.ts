import type { Bilingual } from "../../kernel/calendar.ts";
import { gateCourses } from "../../staff/domain/gate-courses.ts";
import type { ApprovalRefusal, ApprovalRefusalCode } from "./approval-refusal.ts";

type Of<C extends ApprovalRefusalCode> = Extract<ApprovalRefusal, { readonly code: C }>;
type Texts = { readonly [C in ApprovalRefusalCode]: (refusal: Of<C>) => Bilingual };

const closed: Readonly<Record<Of<"NOT_OPEN">["state"], Bilingual>> = {
  GRANTED: { zh: "该申请已获批准，无需再审批。", en: "Everybody has agreed already; nothing is left to decide." },
  REJECTED: {
    zh: "该申请已被退回，不能再审批。",
    en: "It was turned down already; whoever proposed it can propose anew.",
  },
  EXPIRED: {
    zh: "该申请已逾期失效，请提出人重新提出。",
    en: "It lapsed before everybody had agreed; have it proposed anew.",
  },
  CALLED_OFF: { zh: "该申请已撤销，无需审批。", en: "It was called off: the matter has gone another way." },
};

const texts: Texts = {
  NOT_OPEN: ({ state }) => closed[state],
  EXPIRED: () => ({
    zh: "审批期限已过，该申请即将失效。请提出人重新提出。",
    en: "The time to decide is over, and it is about to lapse. Have it proposed anew.",
  }),
  NOT_YOUR_LEVEL: () => ({
    zh: "您没有这一级的审批权限。可审批的同事列在下方。",
    en: "This level of approval is not yours. The colleagues who hold it are listed below.",
  }),
  OUT_OF_TURN: () => ({
    zh: "尚未轮到您：前一级审批完成后，才会转到您这一级。",
    en: "It is not your turn yet: it reaches your level once the one before has agreed.",
  }),
  OWN_PROPOSAL: () => ({
    zh: "该申请由您提出，须由他人审批。",
    en: "You proposed this, so somebody else must decide it.",
  }),
  DECIDED_THE_CASE: () => ({
    zh: "您曾对本案作出决定，须由未参与本案的同事审批。",
    en: "You have decided in this case before, so somebody who had no part in it must decide this.",
  }),
  WOULD_BE_PAID: () => ({
    zh: "收款人是您本人，须由他人审批。",
    en: "The money would go to you, so somebody else must decide it.",
  }),
  AUTHOR: () => ({
    zh: "内容由您起草，须由他人审批。",
    en: "You wrote this, so somebody else must decide it.",
  }),
  WOULD_GAIN: () => ({
    zh: "您的角色会因此获得新权限，须由其他角色的同事审批。",
    en: "Your own role would gain by this, so somebody of another role must decide it.",
  }),
  ALREADY_DECIDED: () => ({
    zh: "您已就该申请表态（或有人代您表态），下一级须由另一人审批。",
    en: "You have agreed to this already, yourself or through whoever stands in for you; the next word must be another person's.",
  }),
  DELEGATE_OF_BARRED: ({ name }) => ({
    zh: `您代${name}审批，而${name}本人不能审批该申请，因此您也不能代为审批。`,
    en: `You would decide in the place of ${name}, who may not decide this, so neither may you.`,
  }),
  TRAINING_MISSING: ({ course }) => ({
    zh: `批准须有“${gateCourses[course].zh}”课程的有效培训记录，现缺失或已失效。`,
    en: `Agreeing to this needs a valid record of the course “${gateCourses[course].en}”, and it is missing or has lapsed.`,
  }),
  REASON_MISSING: () => ({
    zh: "退回须说明理由，提出人会看到。",
    en: "Turning it down needs a reason; whoever proposed it reads it.",
  }),
  NOT_AT_WORK: () => ({
    zh: "您的账号已停用，不能再审批。",
    en: "Your account has been suspended or ended, so you decide nothing any more.",
  }),
  KEY_ENDED: () => ({
    zh: "这把 API 密钥已到期或被撤销，或其创建人的账号已停用，未执行任何操作。",
    en: "This API key has run out or was revoked, or its maker's account has been suspended or ended, so nothing was decided.",
  }),
  SUBJECT_REFUSES: ({ text }) => text,
};

/** The same in both languages. */
export function approvalRefusalWords(refusal: ApprovalRefusal): Bilingual {
  const sentence = texts[refusal.code] as (refusal: ApprovalRefusal) => Bilingual;
  return sentence(refusal);
}

/** A refusal for the person who meets it: what stands in the way, and who could. */
export function approvalRefusalText(refusal: ApprovalRefusal, locale: "zh-CN" | "en"): string {
  const text = approvalRefusalWords(refusal);
  return locale === "zh-CN" ? text.zh : text.en;
}

const answers = {
  REFUSED: {
    zh: "未执行，一切保持不变。原因如下。",
    en: "Not done, and everything is as it was. The reasons are below.",
  },
  STALE: {
    zh: "您查看期间该申请已有变化，本次未执行。请核对最新内容后再决定。",
    en: "The request changed while you were looking, so this was not done. Check what is new, then decide.",
  },
  NOT_FOUND: {
    zh: "找不到该申请，未执行任何操作。",
    en: "There is no such request, so nothing was done.",
  },
  KEY_REUSED: {
    zh: "该请求标识已用于另一项操作，本次未执行。请刷新页面后重试。",
    en: "This request's key was already used for something else, so nothing was done. Reload the page and try again.",
  },
} as const;

export function approvalAnswerText(kind: keyof typeof answers, locale: "zh-CN" | "en"): string {
  return locale === "zh-CN" ? answers[kind].zh : answers[kind].en;
}
