import type { CalendarId, OwnCalendar } from "../../kernel/calendars.ts";
import type { Db } from "../../platform/database/database.ts";

/** Writes what has come to differ, and raises the version, in as many statements for one day as for a year. */
export async function writeOwnCalendar(
  db: Db,
  calendar: CalendarId,
  before: OwnCalendar,
  after: OwnCalendar,
): Promise<void> {
  await db
    .updateTable("calendar")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "=", calendar)
    .execute();
  const gone = before.days.filter(({ day }) => !after.days.some((one) => one.day === day)).map(({ day }) => day);
  const set = after.days.filter((one) => !before.days.includes(one));
  const years = after.years.filter((year) => !before.years.includes(year));
  if (gone.length > 0)
    await db.deleteFrom("calendar_day").where("calendar_id", "=", calendar).where("day", "in", gone).execute();
  if (set.length > 0)
    await db
      .insertInto("calendar_day")
      .values(
        set.map(({ day, working, name, paper }) => ({
          ...{ calendar_id: calendar, day, working },
          ...{ name: name.en, name_zh: name.zh },
          ...{ paper_working: paper?.working ?? null },
          ...{ paper_name: paper?.name.en ?? null, paper_name_zh: paper?.name.zh ?? null },
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(["calendar_id", "day"]).doUpdateSet(({ ref }) => ({
          ...{ working: ref("excluded.working"), name: ref("excluded.name"), name_zh: ref("excluded.name_zh") },
          ...{ paper_working: ref("excluded.paper_working"), paper_name: ref("excluded.paper_name") },
          paper_name_zh: ref("excluded.paper_name_zh"),
        })),
      )
      .execute();
  if (years.length > 0)
    await db
      .insertInto("calendar_year")
      .values(years.map((year) => ({ calendar_id: calendar, year })))
      .execute();
}
