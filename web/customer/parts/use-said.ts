import { useState } from "react";
import type { Language } from "../../i18n/language.ts";
import { useReader } from "../texts/reader.ts";

/** What the desk has said in its own words: it holds in the language that it was said in, and in another there is none of it. */
export function useSaid<Said>(nothing: Said): readonly [said: Said, setSaid: (said: Said) => void] {
  const { language } = useReader();
  const [held, setHeld] = useState<{ readonly said: Said; readonly language: Language }>({ said: nothing, language });
  return [held.language === language ? held.said : nothing, (said) => setHeld({ said, language })];
}
