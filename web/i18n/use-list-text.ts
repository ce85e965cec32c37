import { useLanguage } from "./use-language.ts";

/** Words one after the other, as the reader's language strings them together. */
export function useListText(): (words: readonly string[]) => string {
  const language = useLanguage();
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  return (words) => list.format([...words]);
}
