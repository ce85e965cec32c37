import { type KeyboardEvent, type RefObject, useState } from "react";
import { flushSync } from "react-dom";
import { isComposing } from "../ui/is-composing.ts";
import { type Colleague, completed, fitting, mentionBegun } from "./mentions.ts";
import { useColleagues } from "./use-colleagues.ts";

const SHOWN = 6;

/**
 * Calling a colleague while a note is written: the list under the box, walked by the arrow keys, taken by Enter or Tab.
 * Whoever writes is not offered to themselves.
 */
export function useMentionBox(
  box: RefObject<HTMLTextAreaElement | null>,
  text: string,
  writing: { readonly isNote: boolean; readonly viewerId: string; readonly onText: (text: string) => void },
) {
  const { isNote, viewerId, onText } = writing;
  const [caret, setCaret] = useState(0);
  const [isShut, setShut] = useState(false);
  const [at, setAt] = useState(0);
  const begun = isNote && !isShut ? mentionBegun(text, caret) : null;
  const { colleagues, calledIn } = useColleagues(isNote, begun);
  const others = colleagues.filter(({ id }) => id !== viewerId);
  const callable = begun === null ? [] : fitting(others, begun).slice(0, SHOWN);
  const active = callable[Math.min(at, callable.length - 1)] ?? null;

  function call({ name }: Colleague): void {
    const [next, stop] = completed(text, caret, begun ?? "", name);
    // At once, so that what is typed next stands behind the name, however soon it comes.
    flushSync(() => {
      onText(next);
      setCaret(stop);
      setShut(true);
    });
    box.current?.focus();
    box.current?.setSelectionRange(stop, stop);
  }

  /** True where the list took the press. */
  function press(event: KeyboardEvent): boolean {
    if (active === null || isComposing(event)) return false;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        setAt((callable.indexOf(active) + (event.key === "ArrowDown" ? 1 : -1) + callable.length) % callable.length);
        break;
      case "Enter":
      case "Tab":
        call(active);
        break;
      case "Escape":
        // It shuts the list, and not what the list stands in.
        event.stopPropagation();
        setShut(true);
        break;
      default:
        return false;
    }
    event.preventDefault();
    return true;
  }

  return {
    calledIn,
    callable,
    active,
    call,
    press,
    typed: (stop: number) => {
      setCaret(stop);
      setShut(false);
      setAt(0);
    },
    moved: setCaret,
  };
}
