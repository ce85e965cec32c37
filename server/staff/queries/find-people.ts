import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import type { StaffState } from "../domain/staff-life.ts";

/** How somebody stands, as a column of the row `staff`. Whoever is shut and neither paused nor invited has left. */
export const standing = sql<StaffState>`case when staff.active then 'ACTIVE' when staff.suspended_at is not null then 'SUSPENDED'
  when staff.invited_at is not null then 'INVITED' else 'LEFT' end`;

/** Whether whoever a column names by id has left. */
export const hasLeft = (column: string) =>
  sql<boolean>`exists (select from staff where staff.id = ${sql.ref(column)} and ${standing} = 'LEFT')`;

/** Somebody's place as the rules see it. */
export function findPerson(db: Db, id: string) {
  return db
    .selectFrom("staff")
    .select(["id", "role", "email", "name", "locale", "version", "active"])
    .select(["merchant_id as merchantId", "institution_id as institutionId", "login_id as loginId"])
    .select(standing.as("state"))
    .where("id", "=", id);
}

export type StaffEventRow = Awaited<ReturnType<typeof findEvents>>[number];

/** The most that a page shows of one person's history; few lives at a desk are that eventful. */
const mostEvents = 50;

function findEvents(db: Db, ids: readonly string[]) {
  return db
    .selectFrom("staff_event")
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("staff_event as latest")
          .select("latest.id as latest_id")
          .whereRef("latest.staff_id", "=", "staff_event.staff_id")
          .orderBy("latest.at", "desc")
          .orderBy("latest.id", "desc")
          .limit(mostEvents)
          .as("kept"),
      (join) => join.onRef("kept.latest_id", "=", "staff_event.id"),
    )
    .select(["staff_event.id", "staff_event.staff_id", "kind", "actor_id", "role", "reason", "moved_cases", "at"])
    .where("staff_event.staff_id", "=", sql<string>`any(${ids}::uuid[])`)
    .orderBy("at", "desc")
    .orderBy("staff_event.id", "desc")
    .execute();
}

export const eventsOfStaff: LoaderOf<RequestContext, string, readonly StaffEventRow[]> = {
  batch: async ({ db }, ids) => {
    const rows = await findEvents(db, ids);
    return ids.map((id) => rows.filter((row) => row.staff_id === id));
  },
};

/** When the invitation ends that somebody could still take up. */
export const invitationEnd: LoaderOf<RequestContext, string, Date | null> = {
  batch: async ({ db, clock }, ids) =>
    inOrder(
      ids,
      await db
        .selectFrom("staff_invitation")
        .select(["staff_id", "expires_at"])
        .where("staff_id", "=", sql<string>`any(${ids}::uuid[])`)
        .where("used_at", "is", null)
        .where("expires_at", ">", clock.now())
        .execute(),
      (row) => row.staff_id,
      (row): Date | null => row.expires_at,
      null,
    ),
};

export type PlaceRow = Awaited<ReturnType<typeof findPlaces>>[number];

function findPlaces(db: Db, ids: readonly string[]) {
  return db
    .selectFrom("staff")
    .select(["id", "version", "merchant_id", "institution_id", standing.as("state")])
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
}

/** Where somebody stands, by the id of the wire: asked for by few, so it is no part of every mention of a name. */
export const placeOfStaff: LoaderOf<RequestContext, string, PlaceRow | null> = {
  batch: async ({ db }, ids) =>
    inOrder(
      ids,
      await findPlaces(db, ids),
      (row) => row.id,
      (row): PlaceRow | null => row,
      null,
    ),
};
