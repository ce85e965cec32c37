import { useEffect } from "react";

/**
 * What is typed while the palette is still on its way belongs into its box. Without this it is lost, or worse: "e" closes the
 * case that is chosen in the list beneath.
 */
export function TypedAhead({
  onType,
  onClose,
}: {
  readonly onType: (change: (typed: string) => string) => void;
  readonly onClose: () => void;
}) {
  useEffect(() => {
    function take(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.key === "Tab") return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "Escape") onClose();
      else if (event.key === "Backspace") onType((typed) => typed.slice(0, -1));
      else if (event.key.length === 1) onType((typed) => typed + event.key);
    }
    window.addEventListener("keydown", take, true);
    return () => window.removeEventListener("keydown", take, true);
  }, [onType, onClose]);
  return null;
}
