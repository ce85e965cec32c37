import { dayOf, deskTime } from "../../i18n/times.ts";

interface SnoozeChoice {
  readonly name: "laterToday" | "tomorrow" | "nextWeek";
  readonly until: Date;
}

const DAY_MS = 86_400_000;
const nineOn = (day: string) => deskTime(day, "09:00");

/** The times that a case is mostly put aside until, by the desk's own clock. */
export function snoozeChoices(now: Date): readonly SnoozeChoice[] {
  const ahead = (days: number) => nineOn(dayOf(new Date(now.getTime() + days * DAY_MS)));
  const weekday = new Date(`${dayOf(now)}T12:00:00Z`).getUTCDay();
  const later = new Date(now.getTime() + 3 * 3_600_000);
  return [
    // In the evening it would be tomorrow, and before that day's work.
    ...(dayOf(later) === dayOf(now) ? [{ name: "laterToday" as const, until: later }] : []),
    { name: "tomorrow", until: ahead(1) },
    { name: "nextWeek", until: ahead((8 - weekday) % 7 || 7) },
  ];
}
