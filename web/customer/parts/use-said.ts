import { useState } from "react";
import type { Language } from "../../i18n/language.ts";
import { useReader } from "../texts/reader.ts";

/**
 * What the desk has said in its own words, and in which language. Whoever changes the language has still been told it, and
 * asking anew would do it again: the words stay, and are marked as those of their language.
 */
export function useSaid<Said>(nothing: Said): readonly [said: Said, setSaid: (said: Said) => void, saidIn: Language] {
  const { language } = useReader();
  const [held, setHeld] = useState<{ readonly said: Said; readonly language: Language }>({ said: nothing, language });
  return [held.said, (said) => setHeld({ said, language }), held.language];
}
