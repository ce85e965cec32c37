import { sql } from "kysely";
import { idInCursor, type PageRequest } from "../../graphql/connection.ts";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";

const columns = ["staff.id", "staff.name", "staff.email", "staff.role", "staff.active"] as const;
export type StaffRow = Awaited<ReturnType<typeof findStaff>>[number];

/** Members of staff by id, without regard to who asks: the name of whoever acted on a case is part of the case. */
export function findStaff(db: Db, ids: readonly string[]) {
  return db.selectFrom("staff").select(columns).where("id", "=", sql<string>`any(${ids}::uuid[])`).execute();
}

export const staffById: LoaderOf<RequestContext, string, StaffRow | null> = {
  batch: async ({ db }, ids) =>
    inOrder(
      ids,
      await findStaff(db, ids),
      (row) => row.id,
      (row): StaffRow | null => row,
      null,
    ),
};

/** Members of staff by name, those who left included. */
export function listStaff(db: Db, page: PageRequest): Promise<StaffRow[]> {
  const [name, id] = page.after ?? [];
  return db
    .selectFrom("staff")
    .select(columns)
    .$if(name !== undefined, (q) => q.where(sql<boolean>`(name, id) > (${name}, ${idInCursor(id)})`))
    .orderBy("name")
    .orderBy("id")
    .limit(sql.lit(page.first + 1))
    .execute();
}
