import { keep, placesOf } from "./browser-store.ts";

const prefix = "redress.own.";

/** What one person's browser remembers of them. It is nobody else's, and goes when they sign out. */
export const ownPlace = (viewerId: string, thing: string): string => `${prefix}${viewerId}.${thing}`;

export function dropOwnThings(): void {
  for (const place of placesOf("localStorage", prefix)) keep("localStorage", place, null);
}
