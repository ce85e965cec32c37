import { type RawBuilder, sql } from "kysely";
import {
  type CalendarBook,
  type CalendarId,
  type CorrectedDay,
  calendarBook,
  type OwnCalendar,
} from "../../kernel/calendars.ts";
import type { Db } from "../../platform/database/database.ts";

/** Grows with every change of any calendar, since versions only rise. */
export const calendarRevision: RawBuilder<number> = sql<number>`(select sum(calendar.version)::int from calendar)`;

const known = new WeakMap<Db, CalendarBook>();

/**
 * The calendars at a revision that the caller has just read with something else. They are kept while it stays the same, so
 * they cost a statement only after a correction, and nobody ever counts by older days, in whichever process.
 * `house` is what they are kept by; `db` may be a transaction in it.
 */
export async function calendarsAt(house: Db, db: Db, revision: number): Promise<CalendarBook> {
  const kept = known.get(house);
  if (kept !== undefined && kept.revision === revision) return kept;
  const fresh = toBook(await listCalendars(db));
  known.set(house, fresh);
  return fresh;
}

/**
 * The calendars as they stand until the end of this transaction: a correction waits for it, and then finds what it wrote.
 * For clocks that start where no case is there yet to be locked.
 */
export async function holdCalendars(house: Db, db: Db): Promise<CalendarBook> {
  const { revision } = await db
    .selectFrom((eb) => eb.selectFrom("calendar").select("version").forShare().as("held"))
    .select(sql<number>`sum(held.version)::int`.as("revision"))
    .executeTakeFirstOrThrow();
  return calendarsAt(house, db, revision);
}

export interface CalendarRow extends OwnCalendar {
  readonly id: CalendarId;
  readonly version: number;
}

/** Every named calendar with the days that the desk corrected and the years that it entered, the earliest first. */
export function listCalendars(db: Db): Promise<CalendarRow[]> {
  return db
    .selectFrom("calendar")
    .select((eb) => [
      "calendar.id",
      "calendar.version",
      sql<readonly CorrectedDay[]>`coalesce(${eb
        .selectFrom("calendar_day as d")
        .select(
          sql`jsonb_agg(jsonb_build_object('day', d.day, 'working', d.working, 'name', jsonb_build_object('zh', d.name_zh, 'en', d.name))
            || case when d.paper_working is null then '{}' else jsonb_build_object('paper', jsonb_build_object(
              'working', d.paper_working, 'name', jsonb_build_object('zh', d.paper_name_zh, 'en', d.paper_name))) end order by d.day)`.as(
            "days",
          ),
        )
        .whereRef("d.calendar_id", "=", "calendar.id")}, '[]')`.as("days"),
      sql<readonly number[]>`array(${eb
        .selectFrom("calendar_year as y")
        .select("y.year")
        .whereRef("y.calendar_id", "=", "calendar.id")
        .orderBy("y.year")})`.as("years"),
    ])
    .orderBy("calendar.id")
    .execute();
}

export function toBook(rows: readonly CalendarRow[]): CalendarBook {
  const revision = rows.reduce((sum, { version }) => sum + version, 0);
  return calendarBook(revision, Object.fromEntries(rows.map(({ id, days, years }) => [id, { days, years }])));
}
