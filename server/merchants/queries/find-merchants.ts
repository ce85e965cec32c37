import { sql } from "kysely";
import { idInCursor, type PageRequest } from "../../graphql/connection.ts";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { merchantsInSight } from "../../staff/scope.ts";

const columns = [
  "merchant.id",
  "merchant.merchant_number",
  "merchant.name",
  "merchant.name_zh",
  "merchant.category_code",
] as const;
export type MerchantRow = Awaited<ReturnType<typeof findMerchants>>[number];

/** Merchants by id, without regard to who asks: whoever sees a case or a transaction may know who sold. */
export function findMerchants(db: Db, ids: readonly string[]) {
  return db.selectFrom("merchant").select(columns).where("id", "=", sql<string>`any(${ids}::uuid[])`).execute();
}

export const merchantById: LoaderOf<RequestContext, string, MerchantRow | null> = {
  batch: async ({ db }, ids) =>
    inOrder(
      ids,
      await findMerchants(db, ids),
      (row) => row.id,
      (row): MerchantRow | null => row,
      null,
    ),
};

/** The merchants in sight, by name. */
export function listMerchants(db: Db, actor: Actor, page: PageRequest): Promise<MerchantRow[]> {
  const [name, id] = page.after ?? [];
  return merchantsInSight(db, actor)
    .select(columns)
    .$if(name !== undefined, (q) => q.where(sql<boolean>`(name, id) > (${name}, ${idInCursor(id)})`))
    .orderBy("name")
    .orderBy("id")
    .limit(sql.lit(page.first + 1))
    .execute();
}
