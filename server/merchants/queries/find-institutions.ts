import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";

export type InstitutionRow = Awaited<ReturnType<typeof listInstitutions>>[number];

/** More banks than this rule at no desk. */
const most = 200;

export function listInstitutions(db: Db) {
  return selectInstitutions(db).orderBy("name").orderBy("id").limit(most).execute();
}

export const institutionById: LoaderOf<RequestContext, string, InstitutionRow | null> = {
  batch: async ({ db }, ids) =>
    inOrder(
      ids,
      await selectInstitutions(db).where("id", "=", sql<string>`any(${ids}::uuid[])`).execute(),
      (row) => row.id,
      (row): InstitutionRow | null => row,
      null,
    ),
};

function selectInstitutions(db: Db) {
  return db.selectFrom("institution").select(["id", "code", "name", "name_zh", "version"]);
}
