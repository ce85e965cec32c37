import { sql } from "kysely";
import { builtInCalendars } from "../../server/kernel/calendars.ts";
import { yearOf } from "../../server/kernel/day.ts";
import type { Db } from "../../server/platform/database/database.ts";

/** The last year of China's calendar that comes with the software. */
export const lastBuiltInYear = yearOf(builtInCalendars.calendarOf("CN").publishedUntil ?? missing());

function missing(): never {
  throw new Error("China's calendar is published year by year");
}

/** The first year that neither the software nor this desk knows. */
export async function nextYear(db: Db): Promise<number> {
  const { entered } = await db
    .selectFrom("calendar_year")
    .select(sql<number | null>`max(year)`.as("entered"))
    .where("calendar_id", "=", "CN")
    .executeTakeFirstOrThrow();
  return Math.max(lastBuiltInYear, entered ?? lastBuiltInYear) + 1;
}

/** A paper with what the law wants, and a Spring Festival whose dates the law leaves open. */
export function paperOf(year: number) {
  return {
    ...{ calendar: "CN", year },
    holidays: [
      holiday("New Year's Day", "元旦", `${year}-01-01`, `${year}-01-01`),
      {
        ...holiday("Spring Festival", "春节", `${year}-02-05`, `${year}-02-11`),
        madeUp: [saturdayAfter(`${year}-02-12`)],
      },
      holiday("Labour Day", "劳动节", `${year}-05-01`, `${year}-05-05`),
      holiday("National Day", "国庆节", `${year}-10-01`, `${year}-10-07`),
    ],
  };
}

const holiday = (name: string, nameZh: string, from: string, to: string) => ({
  ...{ name, nameZh, from, to },
  madeUp: [] as readonly string[],
});

function saturdayAfter(from: string): string {
  const at = new Date(`${from}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + ((6 - at.getUTCDay() + 7) % 7));
  return at.toISOString().slice(0, 10);
}
