import { useTranslation } from "react-i18next";
import { consoleTexts } from "../i18n/console-texts.ts";
import { switchLanguage } from "../i18n/i18n.ts";
import { languageNames, otherLanguage } from "../i18n/language.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";

/** Names the language that a press leads to, in that language. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const other = otherLanguage(useLanguage());
  return (
    <Button look="ghost" title={t("shell.switchLanguage")} onClick={() => void switchLanguage(i18n, consoleTexts)}>
      <Icon name="globe" />
      <span lang={other}>{languageNames[other]}</span>
    </Button>
  );
}
