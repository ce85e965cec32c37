import { sql } from "kysely";
import type { CalendarId } from "../../kernel/calendars.ts";
import type { Db } from "../../platform/database/database.ts";
import { grouped, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";

export type CalendarEventRow = Awaited<ReturnType<typeof listEvents>>[number];

/** More than a desk corrects in years. */
const mostEvents = 100;

function listEvents(db: Db, ids: readonly CalendarId[]) {
  return db
    .selectFrom("calendar")
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("calendar_event as one")
          .selectAll("one")
          .whereRef("one.calendar_id", "=", "calendar.id")
          .orderBy("one.at", "desc")
          .orderBy("one.id", "desc")
          .limit(mostEvents)
          .as("event"),
      (join) => join.onTrue(),
    )
    .selectAll("event")
    .where("calendar.id", "=", sql<CalendarId>`any(${ids}::text[])`)
    .orderBy("event.at", "desc")
    .orderBy("event.id", "desc")
    .execute();
}

export const eventsOfCalendar: LoaderOf<RequestContext, CalendarId, readonly CalendarEventRow[]> = {
  batch: async ({ db }, ids) => grouped(ids, await listEvents(db, ids), (row) => row.calendar_id as CalendarId),
};
