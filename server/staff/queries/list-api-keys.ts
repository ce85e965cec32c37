import { sql } from "kysely";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { Actor } from "../domain/actor.ts";

export type ApiKeyRow = Awaited<ReturnType<typeof listApiKeys>>[number];

/** The keys that somebody may see, the latest first: their own, and everybody's for whoever manages people. */
export function listApiKeys(db: Db, actor: Actor, page: PageRequest) {
  const [at, id] = page.after ?? [];
  return selectKeys(db, actor)
    .$if(at !== undefined, (q) =>
      q.where(sql<boolean>`(api_key.created_at, api_key.id) < (${instantInCursor(at ?? "")}, ${idInCursor(id)})`),
    )
    .orderBy("api_key.created_at", "desc")
    .orderBy("api_key.id", "desc")
    .limit(sql.lit(page.first + 1))
    .execute();
}

export function findApiKey(db: Db, actor: Actor, id: string): Promise<ApiKeyRow | undefined> {
  return selectKeys(db, actor).where("api_key.id", "=", id).executeTakeFirst();
}

function selectKeys(db: Db, actor: Actor) {
  return db
    .selectFrom("api_key")
    .innerJoin("staff as maker", "maker.id", "api_key.staff_id")
    .select(["api_key.id", "api_key.name", "api_key.scopes", "api_key.staff_id", "api_key.revoked_by_id"])
    .select(["api_key.created_at", "api_key.expires_at", "api_key.used_at", "api_key.revoked_at"])
    .select(["maker.role as maker_role", "maker.active as maker_active"])
    .$if(!actor.permissions.has("staff.manage"), (q) => q.where("api_key.staff_id", "=", actor.id));
}

/** What a key is called, for what was done by it. */
export const apiKeyName: LoaderOf<{ readonly db: Db }, string, string | null> = {
  batch: async ({ db }, ids) =>
    inOrder(
      ids,
      await db
        .selectFrom("api_key")
        .select(["id", "name"])
        .where("id", "=", sql<string>`any(${ids}::uuid[])`)
        .execute(),
      (row) => row.id,
      (row): string | null => row.name,
      null,
    ),
};
