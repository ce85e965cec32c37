import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";

export type InvitationRow = Awaited<ReturnType<typeof findLatest>>[number];

/** An invitation's notice is known by the key that it was written with. */
function findLatest(db: Db, staffIds: readonly string[]) {
  return db
    .selectFrom("staff_invitation")
    .innerJoin("notice", (join) =>
      join.on(sql<boolean>`notice.write_key = 'staff invitation ' || staff_invitation.id || ' EMAIL'`),
    )
    .select(["notice.id", "notice.state", "notice.locale", "notice.created_at", "staff_invitation.staff_id"])
    .distinctOn("staff_invitation.staff_id")
    .where("staff_invitation.staff_id", "=", sql<string>`any(${staffIds}::uuid[])`)
    .orderBy("staff_invitation.staff_id")
    .orderBy("staff_invitation.created_at", "desc")
    .orderBy("staff_invitation.id", "desc")
    .execute();
}

export const latestInvitation: LoaderOf<{ readonly db: Db }, string, InvitationRow | null> = {
  batch: async ({ db }, ids) =>
    inOrder(
      ids,
      await findLatest(db, ids),
      (row) => row.staff_id,
      (row): InvitationRow | null => row,
      null,
    ),
};
