/** Time that somebody may use, and need not: nothing is late when it ends. */
const windows: ReadonlySet<string> = new Set(["appeal-window", "reopen-window"]);

export function isWindow(rule: string): boolean {
  return windows.has(rule);
}
