import type { Texts } from "./i18n.ts";

/** The console's dictionaries, one of them loaded. */
export const consoleTexts: Texts = {
  namespace: "console",
  load: {
    "zh-CN": async () => (await import("./zh-cn.ts")).zhCn,
    en: async () => (await import("./en.ts")).en,
  },
};
