import { useSettled } from "../ui/use-settled.ts";

const RESTS_MS = 150;

/** What to ask for once typing rests. Until then what is there answers another question, and is not to be chosen from. */
export function useSought(typed: string | null): { readonly text: string | null; readonly isSettling: boolean } {
  const wanted = typed?.trim() || null;
  const text = useSettled(wanted, RESTS_MS);
  return { text, isSettling: text !== wanted };
}
