import { useEffect, useState } from "react";

/** The value once it has stayed the same for a while: what is asked of the server while somebody types. */
export function useSettled<V>(value: V, restsMs: number): V {
  const [settled, setSettled] = useState(value);
  useEffect(
    function settle() {
      const timer = setTimeout(() => setSettled(value), restsMs);
      return () => clearTimeout(timer);
    },
    [value, restsMs],
  );
  return settled;
}
