import { sql } from "kysely";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";
import { grouped, inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { inSight } from "../../staff/scope.ts";
import { workedOn } from "./worked-on.ts";

export type SampleRow = Awaited<ReturnType<typeof listSamples>>[number];

/** Samples, the latest first. */
export function listSamples(db: Db, page: PageRequest) {
  const [at, id] = page.after ?? [];
  return db
    .selectFrom("audit_sample")
    .selectAll()
    .$if(at !== undefined, (q) =>
      q.where(sql<boolean>`(drawn_at, id) < (${instantInCursor(at ?? "")}, ${idInCursor(id)})`),
    )
    .orderBy("drawn_at", "desc")
    .orderBy("id", "desc")
    .limit(sql.lit(page.first + 1))
    .execute();
}

export const sampleById: LoaderOf<{ readonly db: Db }, string, SampleRow | null> = {
  batch: async ({ db }, ids) =>
    inOrder(
      ids,
      await db.selectFrom("audit_sample").selectAll().where("id", "=", sql<string>`any(${ids}::uuid[])`).execute(),
      (row) => row.id,
      (row): SampleRow | null => row,
      null,
    ),
};

export type ItemRow = Awaited<ReturnType<ReturnType<typeof itemsInSight>["execute"]>>[number];

/** Items of cases in sight, with whether the reader worked on the case themselves. */
export function itemsInSight(db: Db, actor: Actor) {
  return db
    .selectFrom("audit_item as item")
    .innerJoin("cases", "cases.id", "item.case_id")
    .innerJoin("case_event as decided", "decided.id", "item.event_id")
    .where((eb) => inSight(eb, actor))
    .selectAll("item")
    .select([
      "cases.number as case_number",
      "decided.kind as decided_kind",
      "decided.at as decided_at",
      workedOn(actor, "item.case_id").as("own_work"),
    ]);
}

export const itemsOfSample: LoaderOf<RequestContext, string, readonly ItemRow[]> = {
  batch: async ({ db, actor }, sampleIds) =>
    grouped(
      sampleIds,
      await itemsInSight(db, actor)
        .where("item.sample_id", "=", sql<string>`any(${sampleIds}::uuid[])`)
        .orderBy("item.position")
        .execute(),
      (row) => row.sample_id,
    ),
};

export const itemById: LoaderOf<RequestContext, string, ItemRow | null> = {
  batch: async ({ db, actor }, ids) =>
    inOrder(
      ids,
      await itemsInSight(db, actor).where("item.id", "=", sql<string>`any(${ids}::uuid[])`).execute(),
      (row) => row.id,
      (row): ItemRow | null => row,
      null,
    ),
};

export interface SampleProgress {
  readonly total: number;
  readonly reviewed: number;
  readonly findings: number;
}

/** How far each sample has come, in one statement. */
export const progressOfSample: LoaderOf<{ readonly db: Db }, string, SampleProgress> = {
  batch: async ({ db }, ids) =>
    inOrder(
      ids,
      await db
        .selectFrom("audit_item")
        .select([
          "sample_id",
          sql<number>`count(*)::int`.as("total"),
          sql<number>`count(reviewed_at)::int`.as("reviewed"),
          sql<number>`(select count(*)::int from audit_finding f where f.sample_id = audit_item.sample_id)`.as(
            "findings",
          ),
        ])
        .where("sample_id", "=", sql<string>`any(${ids}::uuid[])`)
        .groupBy("sample_id")
        .execute(),
      (row) => row.sample_id,
      ({ total, reviewed, findings }): SampleProgress => ({ total, reviewed, findings }),
      { total: 0, reviewed: 0, findings: 0 },
    ),
};

export type AuditEventRow = Awaited<ReturnType<typeof listEvents>>[number];

function listEvents(db: Db, sampleIds: readonly string[]) {
  return db
    .selectFrom("audit_event")
    .selectAll()
    .where("sample_id", "=", sql<string>`any(${sampleIds}::uuid[])`)
    .orderBy("sequence")
    .execute();
}

/** What was done with a sample, oldest first. */
export const eventsOfSample: LoaderOf<{ readonly db: Db }, string, readonly AuditEventRow[]> = {
  batch: async ({ db }, ids) => grouped(ids, await listEvents(db, ids), (row) => row.sample_id),
};
