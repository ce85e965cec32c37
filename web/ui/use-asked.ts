import { useSearchParams } from "react-router";

/** What the address asks of a page, and how one word of it is changed. What is typed leaves no trace in the way back. */
export function useAsked(): readonly [URLSearchParams, (name: string, value: string | null) => void] {
  const [asked, setAsked] = useSearchParams();
  function change(name: string, value: string | null): void {
    setAsked(
      (before) => {
        const changed = new URLSearchParams(before);
        if (value === null || value === "") changed.delete(name);
        else changed.set(name, value);
        return changed;
      },
      { replace: name === "q" },
    );
  }
  return [asked, change];
}
