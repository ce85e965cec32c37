import { type RefObject, useEffect, useRef } from "react";

/** Whether this is still on the page, for an answer that comes late: whoever has gone elsewhere by then is moved nowhere. */
export function useIsHere(): RefObject<boolean> {
  const isHere = useRef(false);
  useEffect(function keepHere() {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return isHere;
}
