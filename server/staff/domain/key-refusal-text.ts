import type { Bilingual } from "../../kernel/calendar.ts";
import { type KeyRefusal, longestKeyDays, mostKeys, neverInKey } from "./key-scopes.ts";
import { permissionNames } from "./permission-names.ts";
import type { Permission } from "./permissions.ts";

type Of<C extends KeyRefusal["code"]> = Extract<KeyRefusal, { readonly code: C }>;

const texts: { readonly [C in KeyRefusal["code"]]: (refusal: Of<C>) => Bilingual } = {
  NOTHING_ALLOWED: () => ({ zh: "请至少选择一项权限。", en: "Choose at least one thing that the key may do." }),
  NEVER_IN_A_KEY: ({ rights }) => ({
    zh: `密钥不能拥有：${rights.map((right) => `${permissionNames[right].zh}（${neverInKey[right]?.zh}）`).join("、")}。请取消勾选。`,
    en: `No key may ever hold: ${rights.map((right) => `${permissionNames[right].en} (${neverInKey[right]?.en})`).join("; ")}. Leave them out.`,
  }),
  NOT_YOURS: ({ rights }) => ({
    zh: `您没有以下权限，不能交给密钥：${listed(rights, "zh")}。请取消勾选。`,
    en: `You may not do this yourself, so no key of yours may: ${listed(rights, "en")}. Leave them out.`,
  }),
  WRONG_LIFE: () => ({
    zh: `有效期须为 1 至 ${longestKeyDays} 天。`,
    en: `A key holds for 1 to ${longestKeyDays} days.`,
  }),
  NAME_TAKEN: () => ({
    zh: "您已有同名的有效密钥。请换一个名称，以便日志中分得清。",
    en: "A key of yours in force has this name. Choose another, so that the log can tell them apart.",
  }),
  TOO_MANY: () => ({
    zh: `您已有 ${mostKeys} 个有效密钥。请先撤销不用的。`,
    en: `You have ${mostKeys} keys in force. Revoke one that is not used first.`,
  }),
  INTENT_REUSED: () => ({
    zh: "该请求标识已用于另一个密钥。请刷新页面后重试。",
    en: "This request's key was already used for another API key. Reload the page and try again.",
  }),
};

function listed(rights: readonly Permission[], key: "zh" | "en"): string {
  return rights.map((right) => permissionNames[right][key]).join(key === "zh" ? "、" : "; ");
}

export function keyRefusalText(refusal: KeyRefusal, locale: "zh-CN" | "en"): string {
  const sentence = texts[refusal.code] as (refusal: KeyRefusal) => Bilingual;
  return sentence(refusal)[locale === "zh-CN" ? "zh" : "en"];
}
