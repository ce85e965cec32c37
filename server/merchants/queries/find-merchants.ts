import { sql } from "kysely";
import { idInCursor, type PageRequest } from "../../graphql/cursor.ts";
import { builtOnce, type Given } from "../../platform/database/built-once.ts";
import type { Db } from "../../platform/database/database.ts";
import { likeText } from "../../platform/database/like-text.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { merchantsInSight } from "../../staff/scope.ts";
import type { MerchantState } from "../domain/registry.ts";

const columns = [
  "merchant.id",
  "merchant.merchant_number",
  "merchant.name",
  "merchant.name_zh",
  "merchant.category_code",
  "merchant.state",
  "merchant.version",
] as const;
export type MerchantRow = Awaited<ReturnType<typeof findMerchants>>[number];

/** Merchants by id, without regard to who asks: whoever sees a case or a transaction may know who sold. */
export const findMerchants = builtOnce((db, ids: Given<readonly string[]>) =>
  db.selectFrom("merchant").select(columns).where("id", "=", sql<string>`any(${ids}::uuid[])`),
);

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

/** What a list of merchants is narrowed to; null and empty narrow nothing. */
export interface MerchantFilter {
  /** Part of a name in either language, or the beginning of the merchant's or of a terminal's number. */
  readonly text: string | null;
  readonly states: readonly MerchantState[];
}

/** The merchants in sight, by name. */
export function listMerchants(
  db: Db,
  actor: Actor,
  page: PageRequest,
  { text, states }: MerchantFilter,
): Promise<MerchantRow[]> {
  const [name, id] = page.after ?? [];
  const like = `${likeText(text ?? "")}%`;
  return merchantsInSight(db, actor)
    .select(columns)
    .$if(text !== null, (q) =>
      q.where((eb) =>
        eb.or([
          eb("merchant.name", "ilike", `%${like}`),
          eb("merchant.name_zh", "ilike", `%${like}`),
          eb("merchant.merchant_number", "ilike", like),
          eb.exists(
            eb
              .selectFrom("terminal")
              .select("terminal.id")
              .whereRef("terminal.merchant_id", "=", "merchant.id")
              .where("terminal.terminal_number", "ilike", like),
          ),
        ]),
      ),
    )
    .$if(states.length > 0, (q) => q.where("merchant.state", "in", states))
    .$if(name !== undefined, (q) => q.where(sql<boolean>`(name, id) > (${name}, ${idInCursor(id)})`))
    .orderBy("name")
    .orderBy("id")
    .limit(sql.lit(page.first + 1))
    .execute();
}
