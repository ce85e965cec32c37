import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { type Language, otherLanguage, preferredLanguage, rememberLanguage } from "./language.ts";

/** A namespace of texts, and how to fetch it in either language, so that a reader loads only theirs. */
export interface Texts {
  readonly namespace: "console";
  readonly load: Readonly<Record<Language, () => Promise<object>>>;
}

/** Starts in the reader's language; resolves when its texts are there, so that nothing is drawn without them. */
export async function startTexts(texts: Texts): Promise<i18n> {
  const language = preferredLanguage();
  const instance = i18next.createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    defaultNS: texts.namespace,
    ns: [texts.namespace],
    resources: { [language]: { [texts.namespace]: await texts.load[language]() } },
    // React escapes what it draws.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  nameLanguage(language);
  return instance;
}

/** Turns the whole screen into the other language, and remembers it. */
export async function switchLanguage(instance: i18n, texts: Texts): Promise<void> {
  const language = otherLanguage(preferredLanguage());
  if (!instance.hasResourceBundle(language, texts.namespace)) {
    instance.addResourceBundle(language, texts.namespace, await texts.load[language]());
  }
  rememberLanguage(language);
  nameLanguage(language);
  await instance.changeLanguage(language);
}

/** Fonts, line height and the reading voice follow the document's language. */
function nameLanguage(language: Language): void {
  document.documentElement.lang = language;
}
