import { useState } from "react";

type Texts = Readonly<Record<string, string>>;

/**
 * What is typed over what is stored, field by field. A field that nobody has touched follows what is stored, so that a save
 * after somebody else's undoes nothing of theirs.
 */
export function useTouched<T extends Texts>(stored: T, version: number) {
  const [touched, setTouched] = useState<Partial<T>>({});
  /** What has been stored over a version stands until a newer one is read. */
  const [kept, setKept] = useState<{ readonly texts: T; readonly over: number } | null>(null);
  const base = kept?.over === version ? kept.texts : stored;
  const typed: T = { ...base, ...touched };
  const only = (texts: Partial<T>, isMeant: (name: string, text: string | undefined) => boolean) =>
    Object.fromEntries(Object.entries(texts).filter(([name, text]) => isMeant(name, text))) as Partial<T>;
  return {
    typed,
    isSame: Object.entries(typed).every(([name, text]) => text === base[name]),
    /** Of a whole that is given only what is otherwise than before counts as touched. */
    touch: (texts: Partial<T>) =>
      setTouched((now) => ({ ...now, ...only(texts, (name, text) => name in now || text !== base[name]) })),
    /** These were stored; what was typed while they were on their way stays. */
    keep(texts: T) {
      setKept({ texts, over: version });
      setTouched((now) => only(now, (name, text) => text !== texts[name]));
    },
  };
}
