import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { grouped, inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { WallClock } from "../../platform/wall-clock.ts";

export type MaintenanceRow = Awaited<ReturnType<typeof readLatest>>[number];
export type MaintenanceEventRow = Awaited<ReturnType<typeof readEvents>>[number];

/** The most windows that a provider's page shows. */
const mostWindows = 20;

function readRunning(db: Db, providers: readonly string[], now: Date) {
  return db
    .selectFrom("provider_maintenance")
    .selectAll()
    .where("provider", "=", sql<string>`any(${providers}::text[])`)
    .where("cancelled_at", "is", null)
    .where("starts_at", "<=", now)
    .where("ends_at", ">", now)
    .execute();
}

/** The window in which a provider is sent nothing now. No two of a provider overlap. */
export async function findRunning(db: Db, provider: string, now: Date): Promise<MaintenanceRow | undefined> {
  return (await readRunning(db, [provider], now)).at(0);
}

export const runningOfProvider: LoaderOf<
  { readonly db: Db; readonly clock: WallClock },
  string,
  MaintenanceRow | null
> = {
  batch: async ({ db, clock }, providers) =>
    inOrder(
      providers,
      await readRunning(db, providers, clock.now()),
      (row) => row.provider,
      (row): MaintenanceRow | null => row,
      null,
    ),
};

function readLatest(db: Db, providers: readonly string[]) {
  return db
    .selectFrom(sql<{ code: string }>`unnest(${providers}::text[])`.as<"asked">(sql`asked(code)`))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("provider_maintenance")
          .selectAll("provider_maintenance")
          .whereRef("provider_maintenance.provider", "=", "asked.code")
          .orderBy("ends_at", "desc")
          .orderBy("id", "desc")
          .limit(mostWindows)
          .as("latest"),
      (join) => join.onTrue(),
    )
    .selectAll("latest")
    .orderBy("latest.ends_at", "desc")
    .orderBy("latest.id", "desc")
    .execute();
}

/** Planned, running and past windows, the last to end first. */
export const windowsOfProvider: LoaderOf<{ readonly db: Db }, string, readonly MaintenanceRow[]> = {
  batch: async ({ db }, providers) => grouped(providers, await readLatest(db, providers), (row) => row.provider),
};

export function findWindow(db: Db, id: string): Promise<MaintenanceRow | undefined> {
  return db.selectFrom("provider_maintenance").selectAll().where("id", "=", id).executeTakeFirst();
}

function readEvents(db: Db, windowIds: readonly string[]) {
  return db
    .selectFrom("provider_maintenance_event")
    .selectAll()
    .where("maintenance_id", "=", sql<string>`any(${windowIds}::uuid[])`)
    .orderBy("at")
    .orderBy("id")
    .execute();
}

/** What was done to a window, oldest first: two lines at most. */
export const eventsOfWindow: LoaderOf<{ readonly db: Db }, string, readonly MaintenanceEventRow[]> = {
  batch: async ({ db }, ids) => grouped(ids, await readEvents(db, ids), (row) => row.maintenance_id),
};
