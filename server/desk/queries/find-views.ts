import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";

const columns = [
  "saved_view.id",
  "saved_view.owner_id",
  "saved_view.name",
  "saved_view.address",
  "saved_view.filter",
  "saved_view.shared",
  "saved_view.input_hash",
  "saved_view.created_at",
] as const;

export type ViewRow = Awaited<ReturnType<typeof listViews>>[number];

/** The views that shared ones of one desk come to; beyond it they are too many to be read anyway. */
const MOST_SHARED = 100;

/** Somebody's own views, and those shared with the desk where they belong to it. */
export function listViews(db: Db, { id, permissions }: Actor) {
  return db
    .selectFrom("saved_view")
    .select(columns)
    .where((eb) =>
      eb.or([eb("owner_id", "=", id), ...(permissions.has("view.share") ? [eb("shared", "=", sql.lit(true))] : [])]),
    )
    .orderBy("created_at")
    .orderBy("id")
    .limit(sql.lit(MOST_SHARED))
    .execute();
}

export function findView(db: Db, id: string): Promise<ViewRow | undefined> {
  return db.selectFrom("saved_view").select(columns).where("id", "=", id).executeTakeFirst();
}

/** In which order somebody has the views; null while they never arranged them. */
export function findViewOrder(db: Db, staffId: string | null) {
  return db.selectFrom("view_order").select(["home", "places"]).where("staff_id", "=", staffId).executeTakeFirst();
}
