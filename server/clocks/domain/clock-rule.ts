import type { Bilingual } from "../../kernel/calendar.ts";
import type { CalendarId } from "../../kernel/calendars.ts";
import type { Day } from "../../kernel/day.ts";
import type { ClockKind, ClockOwner, ClockUnit } from "./words.ts";

/** Where a figure comes from. `confirmed` is false while nobody here has read the text that it is said to stand in. */
export interface ClockSource {
  readonly title: Bilingual;
  readonly citation: Bilingual;
  readonly confirmed: boolean;
}

/** One version of one deadline's rule, as data. */
export interface ClockRule {
  readonly id: string;
  readonly version: number;
  readonly kind: ClockKind;
  readonly owner: ClockOwner;
  readonly length: number;
  readonly unit: ClockUnit;
  /** Which days count; EVERY_DAY for calendar days and hours. */
  readonly calendar: CalendarId;
  readonly timeZone: string;
  /** The time on the last day at which it is over, as HH:MM. */
  readonly endsAt: "END_OF_DAY" | `${number}:${number}`;
  /** The state entered or the event recorded that starts it. */
  readonly startsOn: string;
  /** The states of a case in which it stands still. */
  readonly pausedIn: readonly string[];
  /** The fraction of its time that is left when the owner is warned. */
  readonly warnAt: number;
  /** An ISO 3166 country, EU, HOUSE for the desk's own promises, or the network or platform that sets it. */
  readonly jurisdiction: string;
  /** Null: since before this table begins. */
  readonly effectiveFrom: Day | null;
  /** The last day of this version; null while it is in force. */
  readonly effectiveUntil: Day | null;
  readonly source: ClockSource;
  readonly title: Bilingual;
  /** What follows when it runs out. */
  readonly consequence: Bilingual;
}
