import { useEffect, useEffectEvent } from "react";

const EVERY_MS = 700;

/** Asks how far an import is while it is not over. */
export function useImportWatch(isRunning: boolean, onAsk: () => void): void {
  const ask = useEffectEvent(onAsk);
  useEffect(
    function watch() {
      if (!isRunning) return undefined;
      const timer = setInterval(ask, EVERY_MS);
      return () => clearInterval(timer);
    },
    [isRunning],
  );
}
