import { useEffect, useEffectEvent } from "react";

export interface QueueKeys {
  readonly numbers: readonly string[];
  readonly chosen: string | null;
  readonly onChoose: (number: string | null) => void;
  readonly onOpen: (number: string) => void;
}

/** j and k move, Enter opens, Escape closes the preview; never while somebody types or a dialog is open. */
export function useQueueKeys(keys: QueueKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
    const { numbers, chosen, onChoose, onOpen } = keys;
    const at = chosen === null ? -1 : numbers.indexOf(chosen);
    const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
    if (step !== 0) {
      const next = numbers[Math.min(numbers.length - 1, Math.max(0, at + step))];
      if (next === undefined) return;
      event.preventDefault();
      onChoose(next);
      document.getElementById(`case-${next}`)?.focus({ preventScroll: false });
    } else if (event.key === "Enter" && chosen !== null && !isPressable(event.target)) onOpen(chosen);
    else if (event.key === "Escape" && chosen !== null) onChoose(null);
  });
  useEffect(function listen() {
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.matches("input, select, textarea, [contenteditable]") || target.closest("dialog") !== null)
  );
}

/** Enter on a button or a link does what the button or the link says. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("button, summary, a:not([id^=case-])");
}
