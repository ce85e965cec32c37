import type { Bilingual } from "../../kernel/calendar.ts";
import type { ApprovalRefusal, ApprovalRefusalCode } from "./approval-refusal.ts";
import { approvalRefusalText } from "./approval-refusal-text.ts";

type Of<C extends ApprovalRefusalCode> = Extract<ApprovalRefusal, { readonly code: C }>;
type Texts = { readonly [C in ApprovalRefusalCode]?: (refusal: Of<C>) => Bilingual };

/** The same reasons, said of somebody whose name stands before them; a reason that speaks of nobody is left to the others. */
const texts: Texts = {
  OWN_PROPOSAL: () => ({ zh: "由其本人提出，须由他人审批。", en: "Proposed this, so somebody else must decide it." }),
  DECIDED_THE_CASE: () => ({
    zh: "曾对本案作出决定，须由未参与本案的同事审批。",
    en: "Has decided in this case before, so somebody who had no part in it must decide this.",
  }),
  WOULD_BE_PAID: () => ({
    zh: "收款人是其本人，须由他人审批。",
    en: "The money would go to them, so somebody else must decide it.",
  }),
  AUTHOR: () => ({ zh: "内容由其起草，须由他人审批。", en: "Wrote this, so somebody else must decide it." }),
  WOULD_GAIN: () => ({
    zh: "其角色会因此获得新权限，须由其他角色的同事审批。",
    en: "Their own role would gain by this, so somebody of another role must decide it.",
  }),
  ALREADY_DECIDED: () => ({
    zh: "已就该申请表态（或有人代其表态），下一级须由另一人审批。",
    en: "Has agreed to this already, in person or through whoever stands in; the next word must be another person's.",
  }),
  DELEGATE_OF_BARRED: ({ name }) => ({
    zh: `代${name}审批，而${name}本人不能审批该申请，因此也不能代为审批。`,
    en: `Would decide in the place of ${name}, who may not decide this, so neither may they.`,
  }),
};

/** A reason against a colleague's deciding, for somebody who only looks. */
export function colleagueRefusalText(refusal: ApprovalRefusal, locale: "zh-CN" | "en"): string {
  const sentence = texts[refusal.code] as ((refusal: ApprovalRefusal) => Bilingual) | undefined;
  if (sentence === undefined) return approvalRefusalText(refusal, locale);
  const { zh, en } = sentence(refusal);
  return locale === "zh-CN" ? zh : en;
}
