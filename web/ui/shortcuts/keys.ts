/** What a shortcut is pressed with: "j", "?", "Enter", "shift+Enter", "mod+k" (⌘ on a Mac, Ctrl elsewhere), or one after the other: "g q". */
export type Keys = string;

export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);

type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** One press in the words of the table. What Shift does to a character is in the character; Caps Lock changes nothing. */
export function pressOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): Keys {
  const isCharacter = [...key].length === 1;
  const name = /^[a-z]$/i.test(key) ? (shiftKey ? key.toUpperCase() : key.toLowerCase()) : key;
  const isMod = isMac() ? metaKey : ctrlKey;
  const isOther = isMac() ? ctrlKey : metaKey;
  return [
    isMod ? "mod" : "",
    isOther ? "other" : "",
    altKey ? "alt" : "",
    shiftKey && !isCharacter ? "shift" : "",
    name === " " ? "Space" : name,
  ]
    .filter((part) => part !== "")
    .join("+");
}

/** Whether a speech or a stray finger could press it: characters without a modifier, which a reader may switch off (WCAG 2.1.4). */
export function isSingleKey(keys: Keys): boolean {
  return keys.split(" ").every((press) => [...press].length === 1);
}

/** With a modifier it means the same wherever the cursor stands; without one it is what somebody types. */
export function worksWhileTyping(keys: Keys): boolean {
  return keys.startsWith("mod+");
}

const faces: Readonly<Record<string, string>> = { ArrowUp: "↑", ArrowDown: "↓", Escape: "Esc", other: "Ctrl" };

/** The caps to draw, press by press: "mod+k" is [["Ctrl", "K"]], "g q" is [["g"], ["q"]]. */
export function capsOf(keys: Keys): readonly (readonly string[])[] {
  return keys.split(" ").map((press) => {
    const parts = press === "+" ? ["+"] : press.split("+");
    return parts.map((part) => {
      if (part === "mod") return isMac() ? "⌘" : "Ctrl";
      if (part === "shift") return isMac() ? "⇧" : "Shift";
      if (part === "alt") return isMac() ? "⌥" : "Alt";
      return faces[part] ?? (parts.length > 1 && part.length === 1 ? part.toUpperCase() : part);
    });
  });
}
