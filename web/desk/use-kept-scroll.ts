import { type RefObject, useEffect } from "react";

/** Puts a list back where it was when its reader returns; `ready` says that its rows are there again. */
export function useKeptScroll(box: RefObject<HTMLElement | null>, name: string, ready: boolean): void {
  const place = `redress.scroll.${name}`;
  useEffect(
    function restoreThenKeep() {
      const list = box.current;
      if (list === null || !ready) return undefined;
      list.scrollTop = Number(sessionStorage.getItem(place) ?? 0);
      const keep = () => sessionStorage.setItem(place, String(list.scrollTop));
      list.addEventListener("scrollend", keep);
      return () => list.removeEventListener("scrollend", keep);
    },
    [box, place, ready],
  );
}
