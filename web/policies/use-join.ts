import { useLanguage } from "../i18n/use-language.ts";

/** Several things in one line, parted as the reader's language parts them. */
export function useJoin(): (parts: readonly (string | number)[]) => string {
  const language = useLanguage();
  return (parts) => parts.join(language === "en" ? ", " : "、");
}
