import { useEffect, useState } from "react";

/** A timer reaches no further than some 24 days: what lies beyond a day is waited for a day at a time. */
const dayMs = 86_400_000;

/** The present moment, told anew as each of these passes, however far off it lies. */
export function usePassing(moments: readonly number[]): number {
  const [now, setNow] = useState(() => Date.now());
  const next = Math.min(...moments.filter((moment) => moment > now));
  const waking = next === Number.POSITIVE_INFINITY ? null : Math.min(next, now + dayMs);
  useEffect(
    function wait() {
      if (waking === null) return;
      // A timer may ring a moment early.
      const timer = setTimeout(() => setNow(Math.max(Date.now(), waking)), waking - Date.now());
      return () => clearTimeout(timer);
    },
    [waking],
  );
  return now;
}
