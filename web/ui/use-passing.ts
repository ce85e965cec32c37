import { useEffect, useState } from "react";

const dayMs = 86_400_000;

/** The present moment, told anew as each of these passes; what lies beyond a day is not waited for. */
export function usePassing(moments: readonly number[]): number {
  const [now, setNow] = useState(() => Date.now());
  const next = Math.min(...moments.filter((moment) => moment > now));
  useEffect(
    function wait() {
      const rest = next - Date.now();
      if (rest > dayMs) return;
      // A timer may ring a moment early.
      const timer = setTimeout(() => setNow(Math.max(Date.now(), next)), rest);
      return () => clearTimeout(timer);
    },
    [next],
  );
  return now;
}
