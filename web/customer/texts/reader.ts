import { createContext, useContext } from "react";
import type { Language } from "../../i18n/language.ts";
import type { CustomerTexts } from "./customer-texts.ts";
import { customerEn } from "./en.ts";
import { customerZhCn } from "./zh-cn.ts";

/** Whoever reads the page: their language, its texts, and the way into the other one. */
export interface Reader {
  readonly language: Language;
  readonly t: CustomerTexts;
  readonly switchLanguage: () => void;
}

export const textsIn: Readonly<Record<Language, CustomerTexts>> = { "zh-CN": customerZhCn, en: customerEn };

export const ReaderContext = createContext<Reader>({
  language: "zh-CN",
  t: customerZhCn,
  switchLanguage: () => undefined,
});

export function useReader(): Reader {
  return useContext(ReaderContext);
}
