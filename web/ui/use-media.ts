import { useCallback, useSyncExternalStore } from "react";

/** Whether the screen fits a media query, now and whenever it changes. */
export function useMedia(query: string): boolean {
  const follow = useCallback(
    (tell: () => void) => {
      const media = matchMedia(query);
      media.addEventListener("change", tell);
      return () => media.removeEventListener("change", tell);
    },
    [query],
  );
  return useSyncExternalStore(follow, () => matchMedia(query).matches);
}

/** Whether whoever is here points with a finger, which drags no files. */
export function useFinger(): boolean {
  return useMedia("(pointer: coarse)");
}
