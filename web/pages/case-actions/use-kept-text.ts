import { useState } from "react";

interface Kept {
  readonly text: string;
  readonly key: string;
}

/** What is being written, with the key under which it will be sent: it outlives a reload and a session that ended. */
export function useKeptText(name: string, makeKey: () => string) {
  const place = `redress.text.${name}`;
  const [kept, setKept] = useState<Readonly<Record<string, Kept>>>({});
  const current = kept[place] ?? readKept(place) ?? { text: "", key: makeKey() };

  function keep(next: Kept): void {
    sessionStorage.setItem(place, JSON.stringify(next));
    setKept({ ...kept, [place]: next });
  }

  return {
    text: current.text,
    key: current.key,
    setText: (text: string) => keep({ ...current, text }),
    clear: () => keep({ text: "", key: makeKey() }),
  };
}

function readKept(place: string): Kept | null {
  const found: unknown = JSON.parse(sessionStorage.getItem(place) ?? "null");
  const isKept =
    typeof found === "object" &&
    found !== null &&
    "text" in found &&
    "key" in found &&
    typeof found.text === "string" &&
    typeof found.key === "string";
  return isKept ? { text: String(found.text), key: String(found.key) } : null;
}
