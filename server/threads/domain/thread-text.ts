import type { BilingualText } from "../../policies/domain/policy-content.ts";

/** What the desk answers about its threads, where it is not the workflow that answers. */
const texts = {
  NOT_HELD: {
    zh: "这条消息已经发出或已撤回，无法再撤回；资金状态不变。需要更正时，请另发一条消息。",
    en: "That message has gone out or was taken back already, so it cannot be taken back; the money stays as it is. To correct it, write another.",
  },
  TEMPLATE_REFUSED: {
    zh: "模板未保存，原有模板不变。请按下列说明修改后重试。",
    en: "The template was not saved and the one in use stays as it was. Mend what is named below and save it again.",
  },
  TEMPLATE_STALE: {
    zh: "模板已被他人修改，您的更改未保存。请先查看现有内容，再决定是否保存。",
    en: "Somebody has changed this template meanwhile, so your change was not saved. Look at it as it is now, then decide.",
  },
  TEMPLATE_NOT_FOUND: {
    zh: "没有这个模板，未作任何更改。请从列表中选择。",
    en: "There is no such template, so nothing was changed. Choose one from the list.",
  },
} as const satisfies Readonly<Record<string, BilingualText>>;

export function threadText(name: keyof typeof texts, locale: "zh-CN" | "en"): string {
  return locale === "zh-CN" ? texts[name].zh : texts[name].en;
}
