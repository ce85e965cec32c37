import { useCallback, useEffect } from "react";
import { useBeforeUnload, useBlocker } from "react-router";

/**
 * Holds the reader on the page while it shows, or waits for, what nothing can show again: Back does nothing, and whoever
 * closes or reloads the tab is asked first. What the page itself goes to is let through.
 */
export function useStays(holds: boolean): void {
  const blocker = useBlocker(({ historyAction }) => holds && historyAction === "POP");
  useEffect(() => {
    if (blocker.state === "blocked") blocker.reset();
  }, [blocker]);
  const ask = useCallback((event: BeforeUnloadEvent) => holds && event.preventDefault(), [holds]);
  useBeforeUnload(ask);
}
