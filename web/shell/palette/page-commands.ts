import { useEffect, useRef } from "react";
import type { ShellCommand } from "./command.ts";

/** What can be done now with what is chosen on a page, for instance with the rows that are ticked. */
export interface PageCommands {
  readonly title: string;
  readonly commands: readonly ShellCommand[];
}

const holders: { readonly current: PageCommands | null }[] = [];

/** For a page: the palette lists these before all that it finds. Null while there is nothing to do them with. */
export function usePageCommands(offered: PageCommands | null): void {
  const holder = useRef(offered);
  useEffect(() => {
    holder.current = offered;
  });
  useEffect(() => {
    holders.push(holder);
    return () => void holders.splice(holders.indexOf(holder), 1);
  }, []);
}

/** As they are when the palette opens; on the page beneath it nothing is ticked meanwhile. */
export function pageCommands(): PageCommands | null {
  return holders.findLast(({ current }) => current !== null)?.current ?? null;
}
