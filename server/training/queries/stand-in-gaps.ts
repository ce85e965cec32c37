import { sql } from "kysely";
import type { LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import { delegableRights } from "../../staff/domain/delegation.ts";
import { gateCourseCodes } from "../../staff/domain/gate-courses.ts";
import { validCoursesOn } from "../../staff/queries/find-valid-courses.ts";
import { permissionsBehind } from "../domain/gates.ts";

/** What has to be known to give a colleague's approvals, read off the workflow. */
const needed = gateCourseCodes.filter((code) =>
  delegableRights.some((right) => permissionsBehind(code).includes(right)),
);

/** Which of those courses a person holds no valid record of today. */
export const standInGaps: LoaderOf<RequestContext, string, readonly string[]> = {
  batch: async ({ db, clock }, ids) => {
    const rows = await db
      .selectFrom("staff")
      .select(["id", validCoursesOn(clock.now()).as("held")])
      .where("id", "=", sql<string>`any(${ids}::uuid[])`)
      .execute();
    const held = new Map(rows.map((row) => [row.id, row.held]));
    return ids.map((id) => needed.filter((code) => !(held.get(id) ?? []).includes(code)));
  },
};
