import type { Draft } from "./draft.ts";

/** One question each, in their order. The first two are step one, the next two step two. */
export const screens = ["slip", "confirm", "reason", "details", "contact"] as const;
export type Screen = (typeof screens)[number];

export const stepOf: Readonly<Record<Screen, 1 | 2 | 3>> = { slip: 1, confirm: 1, reason: 2, details: 2, contact: 3 };

/** As far as what is typed carries; nobody lands on a question whose ground is missing. */
export function screenAt(address: string, draft: Draft): Screen {
  const wanted = screens.find((screen) => `#${screen}` === address) ?? "slip";
  if (wanted === "slip" || draft.payment === null || draft.last4 === "") return "slip";
  if (wanted === "confirm" && draft.payment === "UNFOUND") return "slip";
  if ((wanted === "details" || wanted === "contact") && draft.reason === null) return "reason";
  return wanted;
}

export function screenBefore(screen: Screen, draft: Draft): Screen {
  if (screen === "reason" && draft.payment === "UNFOUND") return "slip";
  return screens[Math.max(screens.indexOf(screen) - 1, 0)] ?? "slip";
}
