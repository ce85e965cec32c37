import { useRef, useState } from "react";

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
  // Of the last press of a key, for an answer that comes while somebody types on.
  const latest = useRef(typed);
  latest.current = typed;
  const only = (texts: Partial<T>, isMeant: (name: string, text: string | undefined) => boolean) =>
    Object.fromEntries(Object.entries(texts).filter(([name, text]) => isMeant(name, text))) as Partial<T>;
  return {
    typed,
    isSame: Object.entries(typed).every(([name, text]) => text === base[name]),
    /** Only what is otherwise than what is stored counts as touched: a field that is put back follows it again. */
    touch: (texts: Partial<T>) => setTouched((now) => only({ ...now, ...texts }, (name, text) => text !== base[name])),
    /** These were stored; what was typed while they were on their way stays. Whether there was nothing of that. */
    keep(texts: T): boolean {
      const since = only(latest.current, (name, text) => text !== texts[name]);
      setKept({ texts, over: version });
      setTouched(since);
      return Object.keys(since).length === 0;
    },
  };
}
