import type { Bilingual } from "../../kernel/calendar.ts";
import type { DelegationRefusal } from "./delegation.ts";

type Of<C extends DelegationRefusal["code"]> = Extract<DelegationRefusal, { readonly code: C }>;
type Texts = { readonly [C in DelegationRefusal["code"]]: (refusal: Of<C>) => Bilingual };

const texts: Texts = {
  TO_YOURSELF: () => ({
    zh: "不能由自己代理，请选择一位同事。",
    en: "Choose a colleague: nobody stands in for themselves.",
  }),
  NOTHING_TO_HAND_ON: () => ({
    zh: "您本人没有审批权限，因此没有可由他人代理的权限；代理他人所得的权限不能再由别人代理。",
    en: "You hold no approvals of your own to hand on, and what was lent to you cannot be passed on.",
  }),
  CANNOT_STAND_IN: () => ({
    zh: "该同事的角色不能代行审批。请选择客服、主管或合规专员。",
    en: "Somebody in that role cannot stand in. Choose an agent, a supervisor or a compliance officer.",
  }),
  NOT_FOUND_ON_STAFF: () => ({
    zh: "找不到该同事，或其已离职。",
    en: "There is no such colleague, or they have left.",
  }),
  ENDS_BEFORE_IT_STARTS: () => ({ zh: "结束时间须晚于开始时间。", en: "The end must come after the beginning." }),
  ALREADY_OVER: () => ({ zh: "这段时间已经过去。", en: "That time is over already." }),
  TOO_LONG: ({ mostDays }) => ({
    zh: `代理最长 ${mostDays} 天；更长的安排请联系管理员调整角色。`,
    en: `An absence lasts ${mostDays} days at most; for longer, ask an administrator to change the roles.`,
  }),
  OVERLAPS: () => ({
    zh: "这段时间已有另一项代理，请先结束它或改选时间。",
    en: "Somebody stands in for you then already; end that first, or choose another time.",
  }),
};

export function delegationRefusalText(refusal: DelegationRefusal, locale: "zh-CN" | "en"): string {
  const sentence = texts[refusal.code] as (refusal: DelegationRefusal) => Bilingual;
  const text = sentence(refusal);
  return locale === "zh-CN" ? text.zh : text.en;
}
