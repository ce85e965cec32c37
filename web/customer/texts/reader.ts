import { createContext, useContext } from "react";
import type { Language } from "../../i18n/language.ts";
import type { DeskProfile } from "../desk/use-desk.ts";
import type { CustomerTexts } from "./customer-texts.ts";
import { customerEn } from "./en.ts";
import { customerZhCn } from "./zh-cn.ts";

/** Whoever reads the page: their language, its texts, and the way into the other one. */
export interface Reader {
  readonly language: Language;
  readonly t: CustomerTexts;
  readonly switchLanguage: () => void;
  /** Whom they deal with; null until it is known. */
  readonly desk: DeskProfile | null;
}

export const textsIn: Readonly<Record<Language, CustomerTexts>> = { "zh-CN": customerZhCn, en: customerEn };

export const ReaderContext = createContext<Reader>({
  language: "zh-CN",
  t: customerZhCn,
  switchLanguage: () => undefined,
  desk: null,
});

export function useReader(): Reader {
  return useContext(ReaderContext);
}
