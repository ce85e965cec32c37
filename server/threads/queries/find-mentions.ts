import { sql } from "kysely";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";
import { grouped, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { inSight } from "../../staff/scope.ts";

export type MentionRow = Awaited<ReturnType<typeof listMentions>>[number];

/** Where the viewer is called, the latest first, of cases in sight. */
export function listMentions(db: Db, actor: Actor, unread: boolean, page: PageRequest) {
  const [at, id] = page.after ?? [];
  return db
    .selectFrom("case_mention")
    .innerJoin("cases", "cases.id", "case_mention.case_id")
    .where((eb) => inSight(eb, actor))
    .where("case_mention.staff_id", "=", actor.id ?? "")
    .$if(unread, (q) => q.where("case_mention.read_at", "is", null))
    .$if(at !== undefined, (q) =>
      q.where(
        sql<boolean>`(case_mention.at, case_mention.event_id) < (${instantInCursor(at ?? "")}, ${idInCursor(id)})`,
      ),
    )
    .select(["case_mention.event_id", "case_mention.case_id", "case_mention.at", "case_mention.read_at"])
    .orderBy("case_mention.at", "desc")
    .orderBy("case_mention.event_id", "desc")
    .limit(sql.lit(page.first + 1))
    .execute();
}

export async function countUnreadMentions(db: Db, staffId: string): Promise<number> {
  const { count } = await db
    .selectFrom("case_mention")
    .where("staff_id", "=", staffId)
    .where("read_at", "is", null)
    .select(sql<bigint>`count(*)`.as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Whom an event's note calls. */
export const mentionedOfEvent: LoaderOf<RequestContext, string, readonly { readonly staff_id: string }[]> = {
  async batch({ db }, eventIds) {
    const rows = await db
      .selectFrom("case_mention")
      .select(["event_id", "staff_id"])
      .where("event_id", "=", sql<string>`any(${eventIds}::uuid[])`)
      .execute();
    return grouped(eventIds, rows, (row) => row.event_id);
  },
};
