import { sql } from "kysely";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";
import { type PolicyVersionRow, selectVersions } from "./policy-versions.ts";

/** A page of all versions of all policies, the newest first. */
export function listPolicyVersions(db: Db, page: PageRequest): Promise<PolicyVersionRow[]> {
  const [at, id] = page.after ?? [];
  return selectVersions(db)
    .$if(at !== undefined, (query) =>
      query.where(sql<boolean>`(effective_from, id) < (${instantInCursor(at ?? "")}, ${idInCursor(id)})`),
    )
    .orderBy("effective_from", "desc")
    .orderBy("id", "desc")
    .limit(page.first + 1)
    .execute();
}

/** What a cursor of that list holds. */
export function policyVersionCursor({ effectiveFrom, id }: PolicyVersionRow): readonly string[] {
  return [effectiveFrom.toISOString(), id];
}
