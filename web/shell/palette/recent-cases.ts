import { keep, kept } from "../../ui/browser-store.ts";
import { ownPlace } from "../../ui/own-things.ts";

const MOST = 6;
const place = (viewerId: string) => ownPlace(viewerId, "recent");

/** Numbers of the cases that somebody has opened in this browser, the latest first. Numbers only: who is behind them is asked anew. */
export function recentCases(viewerId: string): readonly string[] {
  const numbers = kept("localStorage", place(viewerId)) ?? "";
  return numbers.split(" ").filter((number) => /^RD-[\w-]{1,20}$/.test(number));
}

export function rememberCase(viewerId: string, number: string): void {
  const others = recentCases(viewerId).filter((each) => each !== number);
  keep("localStorage", place(viewerId), [number, ...others].slice(0, MOST).join(" "));
}
