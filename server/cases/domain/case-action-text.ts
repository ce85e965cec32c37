/** The four ways in which an action can have no effect. */
export const actionFailures = ["REFUSED", "STALE", "NOT_FOUND", "KEY_REUSED"] as const;
export type ActionFailureKind = (typeof actionFailures)[number];

const texts: Readonly<Record<ActionFailureKind, { readonly zh: string; readonly en: string }>> = {
  REFUSED: {
    zh: "未执行，资金未变动。原因如下，请处理后重试。",
    en: "Not done, and no money moved. The reasons are below; settle them and try again.",
  },
  STALE: {
    zh: "您查看期间案件已被更新，本次操作未执行，资金未变动。请核对最新内容后重试。",
    en: "The case changed while you were looking, so this was not done and no money moved. Check what is new, then try again.",
  },
  NOT_FOUND: {
    zh: "找不到该案件，操作未执行，资金未变动。请核对案件编号。",
    en: "There is no such case, so nothing was done and no money moved. Check the case number.",
  },
  KEY_REUSED: {
    zh: "该请求标识已用于另一项操作，本次未执行，资金未变动。请刷新页面后重试。",
    en: "This request's key was already used for something else, so nothing was done and no money moved. Reload the page and try again.",
  },
};

export function caseActionText(kind: ActionFailureKind, locale: "zh-CN" | "en"): string {
  return locale === "zh-CN" ? texts[kind].zh : texts[kind].en;
}
