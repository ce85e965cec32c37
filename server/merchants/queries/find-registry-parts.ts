import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";

export type TerminalRow = Awaited<ReturnType<typeof findTerminals>>[number];
export type RegistryEventRow = Awaited<ReturnType<typeof findEvents>>[number];

/** The most that a page shows of one entry: a chain's largest shop, and a long life. */
const mostTerminals = 500;
const mostEvents = 50;

function findTerminals(db: Db, merchantIds: readonly string[]) {
  return db
    .selectFrom("merchant")
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("terminal")
          .select(["terminal.id", "terminal.merchant_id", "terminal.terminal_number", "terminal.closed_at"])
          .whereRef("terminal.merchant_id", "=", "merchant.id")
          .orderBy("terminal.terminal_number")
          .limit(mostTerminals)
          .as("own"),
      (join) => join.onTrue(),
    )
    .select(["own.id", "own.merchant_id", "own.terminal_number", "own.closed_at"])
    .where("merchant.id", "=", sql<string>`any(${merchantIds}::uuid[])`)
    .orderBy("own.terminal_number")
    .execute();
}

function findEvents(db: Db, of: "merchant_id" | "institution_id", ids: readonly string[]) {
  return db
    .selectFrom("registry_event as event")
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("registry_event as latest")
          .select("latest.id as latest_id")
          .whereRef(`latest.${of}`, "=", `event.${of}`)
          .orderBy("latest.at", "desc")
          .orderBy("latest.id", "desc")
          .limit(mostEvents)
          .as("kept"),
      (join) => join.onRef("kept.latest_id", "=", "event.id"),
    )
    .select(["event.id", `event.${of} as of_id`, "kind", "actor_id", "changes", "reason", "at"])
    .where(`event.${of}`, "=", sql<string>`any(${ids}::uuid[])`)
    .orderBy("at", "desc")
    .orderBy("event.id", "desc")
    .execute();
}

export const terminalsOfMerchant: LoaderOf<RequestContext, string, readonly TerminalRow[]> = {
  batch: async ({ db }, ids) => {
    const rows = await findTerminals(db, ids);
    return ids.map((id) => rows.filter((row) => row.merchant_id === id));
  },
};

export const eventsOfMerchant: LoaderOf<RequestContext, string, readonly RegistryEventRow[]> = {
  batch: async ({ db }, ids) => inGroups(ids, await findEvents(db, "merchant_id", ids)),
};

export const eventsOfInstitution: LoaderOf<RequestContext, string, readonly RegistryEventRow[]> = {
  batch: async ({ db }, ids) => inGroups(ids, await findEvents(db, "institution_id", ids)),
};

function inGroups(ids: readonly string[], rows: readonly RegistryEventRow[]): (readonly RegistryEventRow[])[] {
  return ids.map((id) => rows.filter((row) => row.of_id === id));
}
