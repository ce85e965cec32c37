import { useLanguage } from "./use-language.ts";

/** Any one of these, as the reader's language says it; in Chinese a space stands between the word and Latin letters or figures. */
export function useEitherText(): (words: readonly string[]) => string {
  const language = useLanguage();
  const list = new Intl.ListFormat(language, { type: "disjunction" });
  return (words) => {
    const text = list.format([...words]);
    return language === "en" ? text : text.replace(/(?<=\w)或/g, " 或").replace(/或(?=\w)/g, "或 ");
  };
}
