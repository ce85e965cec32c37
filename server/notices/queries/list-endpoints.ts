import { sql } from "kysely";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";
import { grouped, inOrder, type LoaderOf } from "../../platform/loaders.ts";

export type EndpointRow = Awaited<ReturnType<typeof readEndpoints>>[number];
export type DeliveryRow = Awaited<ReturnType<typeof readDeliveries>>[number];
export type EndpointEventRow = Awaited<ReturnType<typeof readEvents>>[number];

/** The most that a sheet shows of one endpoint. */
const mostDeliveries = 20;
const mostEvents = 50;

function selectEndpoints(db: Db) {
  return db.selectFrom("webhook_endpoint").selectAll();
}

function readEndpoints(db: Db, ids: readonly string[]) {
  return selectEndpoints(db).where("id", "=", sql<string>`any(${ids}::uuid[])`).execute();
}

export const endpointById: LoaderOf<{ readonly db: Db }, string, EndpointRow | null> = {
  batch: async ({ db }, ids) =>
    inOrder(
      ids,
      await readEndpoints(db, ids),
      (row) => row.id,
      (row): EndpointRow | null => row,
      null,
    ),
};

/** A page of all endpoints, the newest first. */
export function listEndpoints(db: Db, page: PageRequest): Promise<EndpointRow[]> {
  const [at, id] = page.after ?? [];
  return selectEndpoints(db)
    .$if(at !== undefined, (query) =>
      query.where(sql<boolean>`(created_at, id) < (${instantInCursor(at ?? "")}, ${idInCursor(id)})`),
    )
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(sql.lit(page.first + 1))
    .execute();
}

export function endpointCursor({ created_at, id }: EndpointRow): readonly string[] {
  return [created_at.toISOString(), id];
}

function readDeliveries(db: Db, endpointIds: readonly string[]) {
  return db
    .selectFrom("webhook_endpoint as endpoint")
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("notice")
          .select(["notice.id", "kind", "state", "attempts", "notice.created_at", "next_try_at", "ended_at"])
          .whereRef("notice.endpoint_id", "=", "endpoint.id")
          .orderBy("notice.created_at", "desc")
          .orderBy("notice.id", "desc")
          .limit(mostDeliveries)
          .as("latest"),
      (join) => join.onTrue(),
    )
    .select(["latest.id", "endpoint.id as endpoint_id", "kind", "state", "attempts"])
    .select(["latest.created_at", "next_try_at", "ended_at"])
    .where("endpoint.id", "=", sql<string>`any(${endpointIds}::uuid[])`)
    .orderBy("latest.created_at", "desc")
    .orderBy("latest.id", "desc")
    .execute();
}

/** What was sent there last, the newest first. */
export const deliveriesOfEndpoint: LoaderOf<{ readonly db: Db }, string, readonly DeliveryRow[]> = {
  batch: async ({ db }, ids) => grouped(ids, await readDeliveries(db, ids), (row) => row.endpoint_id),
};

function readEvents(db: Db, endpointIds: readonly string[]) {
  return db
    .selectFrom("webhook_endpoint as endpoint")
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("webhook_endpoint_event as event")
          .select(["event.id", "event.kind", "event.actor_id", "event.before", "event.after", "event.at"])
          .whereRef("event.endpoint_id", "=", "endpoint.id")
          .orderBy("event.at", "desc")
          .orderBy("event.id", "desc")
          .limit(mostEvents)
          .as("latest"),
      (join) => join.onTrue(),
    )
    .select(["latest.id", "endpoint.id as endpoint_id", "kind", "actor_id", "before", "after", "at"])
    .where("endpoint.id", "=", sql<string>`any(${endpointIds}::uuid[])`)
    .orderBy("at", "desc")
    .orderBy("latest.id", "desc")
    .execute();
}

/** What was done to an endpoint, the latest first. */
export const eventsOfEndpoint: LoaderOf<{ readonly db: Db }, string, readonly EndpointEventRow[]> = {
  batch: async ({ db }, ids) => grouped(ids, await readEvents(db, ids), (row) => row.endpoint_id),
};
