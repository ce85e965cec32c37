import { type RefObject, useEffect, useRef, useState } from "react";

/** So near the end counts as the end. */
const NEAR_PX = 48;

/**
 * The newest is at the bottom: a story is opened there and stays there when something is added. Whoever has gone up to read is
 * left where they are, and told that there is more below.
 */
export function useNewestInSight(scroll: RefObject<HTMLElement | null>, newest: string | undefined, isLinked: boolean) {
  const follows = useRef(!isLinked);
  const seen = useRef<string | undefined>(undefined);
  const [hasMore, setMore] = useState(false);

  function goToNewest(): void {
    if (scroll.current !== null) scroll.current.scrollTop = scroll.current.scrollHeight;
    setMore(false);
  }
  function onScroll(): void {
    if (scroll.current === null) return;
    const { scrollHeight, scrollTop, clientHeight } = scroll.current;
    follows.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    if (follows.current) setMore(false);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is newest is all that it waits for.
  useEffect(
    function showNewest() {
      if (newest === undefined) return;
      if (follows.current) goToNewest();
      else if (seen.current !== undefined) setMore(true);
      seen.current = newest;
    },
    [newest],
  );
  return { hasMore, goToNewest, onScroll };
}
