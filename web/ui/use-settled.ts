import { useEffect, useState } from "react";

/**
 * The value once it has stayed the same for a while: what is asked of the server while somebody types. Until then what it was
 * before, and at first `before`, or the value itself.
 */
export function useSettled<V, B = V>(value: V, restsMs: number, before: V | B = value): V | B {
  const [settled, setSettled] = useState<V | B>(before);
  useEffect(
    function settle() {
      const timer = setTimeout(() => setSettled(value), restsMs);
      return () => clearTimeout(timer);
    },
    [value, restsMs],
  );
  return settled;
}
