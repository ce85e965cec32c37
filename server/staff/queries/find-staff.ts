import { sql } from "kysely";
import { idInCursor, type PageRequest } from "../../graphql/cursor.ts";
import { builtOnce, type Given } from "../../platform/database/built-once.ts";
import type { Db } from "../../platform/database/database.ts";
import { likeText } from "../../platform/database/like-text.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import type { Permission } from "../domain/permissions.ts";
import type { StaffRole } from "../domain/roles.ts";
import type { StaffState } from "../domain/staff-life.ts";
import { standing } from "./find-people.ts";

const columns = ["staff.id", "staff.name", "staff.email", "staff.role", "staff.active"] as const;
export type StaffRow = Awaited<ReturnType<typeof findStaff>>[number];

/** Members of staff by id, without regard to who asks: the name of whoever acted on a case is part of the case. */
export const findStaff = builtOnce((db, ids: Given<readonly string[]>) =>
  db.selectFrom("staff").select(columns).where("id", "=", sql<string>`any(${ids}::uuid[])`),
);

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

/** What a list of people is narrowed to; null and empty narrow nothing. */
export interface StaffFilter {
  readonly text: string | null;
  readonly roles: readonly StaffRole[];
  readonly states: readonly StaffState[];
  readonly permissions: readonly Permission[];
  readonly merchantId: string | null;
  readonly institutionId: string | null;
}

export const everybody: StaffFilter = {
  ...{ text: null, roles: [], states: [], permissions: [], merchantId: null, institutionId: null },
};

/** The roles that may do any of these at this desk. */
export function rolesThatMay(db: Db, permissions: readonly Permission[]) {
  return db.selectFrom("role").select("role.name").where(sql<boolean>`role.permissions && ${permissions}::text[]`);
}

/** Members of staff by name, those who left included. */
export function listStaff(db: Db, page: PageRequest, filter: StaffFilter): Promise<StaffRow[]> {
  const [name, id] = page.after ?? [];
  const { text, roles, states, permissions, merchantId, institutionId } = filter;
  const like = `%${likeText(text ?? "")}%`;
  return db
    .selectFrom("staff")
    .select(columns)

    .$if(text !== null, (q) => q.where((eb) => eb.or([eb("name", "ilike", like), eb("email", "ilike", like)])))
    .$if(roles.length > 0, (q) => q.where("role", "in", roles))
    .$if(states.length > 0, (q) => q.where(standing, "in", states))
    .$if(permissions.length > 0, (q) => q.where("role", "in", rolesThatMay(db, permissions)))
    .$if(merchantId !== null, (q) => q.where("merchant_id", "=", merchantId))
    .$if(institutionId !== null, (q) => q.where("institution_id", "=", institutionId))
    .$if(name !== undefined, (q) => q.where(sql<boolean>`(name, id) > (${name}, ${idInCursor(id)})`))
    .orderBy("name")
    .orderBy("id")
    .limit(sql.lit(page.first + 1))
    .execute();
}
