import { sql } from "kysely";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";

/** How many cases somebody has open; a number and nothing of the cases, for whoever shuts somebody out. */
export const openWorkOf: LoaderOf<RequestContext, string, number> = {
  batch: async ({ db }, ids) =>
    inOrder(
      ids,
      await db
        .selectFrom("cases")
        .select(["assignee_id", sql<number>`count(*)::int`.as("open")])
        .where("assignee_id", "=", sql<string>`any(${ids}::uuid[])`)
        .where("closed_at", "is", null)
        .groupBy("assignee_id")
        .execute(),
      (row) => row.assignee_id ?? "",
      (row) => row.open,
      0,
    ),
};
