import { useLayoutEffect, useState } from "react";

const plainPage = () => document.getElementById("plain");

/**
 * The server sent the page as a document that can be read at once. It stands until the script knows as much, and goes in
 * the same frame: nothing flashes and nothing jumps, and where nobody can be reached it is what there is.
 */
export function usePlainPage(known: boolean): boolean {
  const [stands, setStands] = useState(() => plainPage() !== null);
  useLayoutEffect(() => {
    if (!known) return;
    plainPage()?.remove();
    setStands(false);
  }, [known]);
  return stands && !known;
}
