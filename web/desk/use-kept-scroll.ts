import { type RefObject, useEffect } from "react";
import { keep, kept } from "../ui/browser-store.ts";

const RESTS_MS = 100;

/** Puts a list back where it was when its reader returns; `ready` says that its rows are there again. */
export function useKeptScroll(box: RefObject<HTMLElement | null>, name: string, ready: boolean): void {
  const place = `redress.scroll.${name}`;
  useEffect(
    function restoreThenKeep() {
      const list = box.current;
      if (list === null || !ready) return undefined;
      list.scrollTop = Number(kept("sessionStorage", place) ?? 0);
      // Not every browser says when scrolling has ended: it has when nothing has moved for a moment.
      let resting: ReturnType<typeof setTimeout> | undefined;
      const rest = () => keep("sessionStorage", place, String(list.scrollTop));
      const wait = () => {
        clearTimeout(resting);
        resting = setTimeout(rest, RESTS_MS);
      };
      list.addEventListener("scroll", wait, { passive: true });
      return () => {
        clearTimeout(resting);
        list.removeEventListener("scroll", wait);
      };
    },
    [box, place, ready],
  );
}
