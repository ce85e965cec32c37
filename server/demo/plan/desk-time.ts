import { type Day, day } from "../../kernel/day.ts";

export const deskTimeZone = "Asia/Shanghai";

/** Shanghai has kept one time, all year, since 1991: no table of zones has to be asked for each of many thousand moments. */
const aheadMs = 8 * 3_600_000;

export function deskDay(at: Date): Day {
  return day(new Date(at.getTime() + aheadMs).toISOString().slice(0, 10));
}

/** The moment at which the desk's clocks show so many hours of that day. */
export function deskTime(on: Day, hours: number): Date {
  return new Date(Date.parse(`${on}T00:00:00Z`) - aheadMs + hours * 3_600_000);
}

const joinedBeforeMs = 420 * 86_400_000;

/** Whoever acts in a history was there before it, and long enough for a year's certificate to have run out. */
export function longBefore(openedAt: Date): Date {
  return new Date(openedAt.getTime() - joinedBeforeMs);
}

export function openingFrom(joinedAt: Date): Date {
  return new Date(joinedAt.getTime() + joinedBeforeMs);
}
