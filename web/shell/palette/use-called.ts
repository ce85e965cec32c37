import type { TFunction } from "i18next";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { consoleTexts } from "../../i18n/console-texts.ts";
import { otherLanguage } from "../../i18n/language.ts";
import { useLanguage } from "../../i18n/use-language.ts";

/** What something is called, in whichever language it is asked for. */
export type Calling = (t: TFunction<"console">) => string;

/** Whether what is typed is in what something is called, in either language: fingers keep the words of the desk before. */
export type IsCalled = (calling: Calling) => boolean;

export function useCalled(typed: string): IsCalled {
  const { t } = useTranslation();
  const other = useOtherTexts();
  const has = (words: string) => words.toLowerCase().includes(typed);
  return (calling) => has(calling(t)) || (other !== null && has(calling(other)));
}

/** The texts of the other language; null until they are there, and where they cannot be fetched. */
function useOtherTexts(): TFunction<"console"> | null {
  const { i18n } = useTranslation();
  const other = otherLanguage(useLanguage());
  const [areThere, setThere] = useState(() => i18n.hasResourceBundle(other, consoleTexts.namespace));
  useEffect(
    function fetchThem() {
      let isGone = false;
      function keep(texts: object): void {
        i18n.addResourceBundle(other, consoleTexts.namespace, texts);
        if (!isGone) setThere(true);
      }
      // Without them the reader's own language still finds everything.
      if (!areThere) consoleTexts.load[other]().then(keep, () => undefined);
      return () => {
        isGone = true;
      };
    },
    [areThere, i18n, other],
  );
  return areThere ? i18n.getFixedT(other, consoleTexts.namespace) : null;
}
