import css from "./day-strip.module.css";

/** What a day is to a clock: where it started, counted, passed over, or a weekend that the calendar made a working day. */
export type DayRole = "start" | "counted" | "skipped" | "makeUp";

export interface StripDay {
  /** The date as the machine writes it. */
  readonly date: string;
  /** The day of the month. */
  readonly label: string;
  readonly role: DayRole;
  /** Which counted day it is; null where the clock stood still. */
  readonly number: number | null;
  readonly today: boolean;
  /** Says aloud what the hatching shows: "5 October, National Day, not counted". */
  readonly title: string;
}

/** The days between a clock's start and its end, counted under the reader's eyes. */
export function DayStrip({ days }: { readonly days: readonly StripDay[] }) {
  return (
    <ol className={css.days}>
      {days.map((day) => (
        <li key={day.date} className={`${css[day.role]} ${day.today ? css.today : ""}`} title={day.title}>
          <span aria-hidden="true">{day.label}</span>
          <small aria-hidden="true">{day.number}</small>
          <span className="quiet">{day.title}</span>
        </li>
      ))}
    </ol>
  );
}
