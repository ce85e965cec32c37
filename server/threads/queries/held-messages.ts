import { sql } from "kysely";
import type { Refusal } from "../../cases/domain/refusal.ts";
import type { Db } from "../../platform/database/database.ts";
import { grouped, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import type { HeldState, OutsideThread } from "../domain/words.ts";

export interface HeldMessageRow {
  readonly id: string;
  readonly case_id: string;
  readonly thread: OutsideThread;
  readonly body: string;
  readonly state: HeldState;
  readonly refusals: readonly Refusal[] | null;
  readonly sends_at: Date;
}

const columns = ["id", "case_id", "thread", "body", "state", "refusals", "sends_at"] as const;

/** What its writer can still take back on a case; nobody else's. */
export const heldMessagesOfCase: LoaderOf<RequestContext, string, HeldMessageRow[]> = {
  async batch({ db, actor }, caseIds) {
    if (actor.id === null) return caseIds.map(() => []);
    const rows: HeldMessageRow[] = await db
      .selectFrom("held_message")
      .select(columns)
      .where("case_id", "=", sql<string>`any(${caseIds}::uuid[])`)
      .where("author_id", "=", actor.id)
      .where(sql<boolean>`state in ('HELD', 'REFUSED')`)
      .orderBy("id")
      .execute();
    return grouped(caseIds, rows, (row) => row.case_id);
  },
};

/** One that is known to be there. */
export function getHeldMessage(db: Db, id: string): Promise<HeldMessageRow> {
  return db.selectFrom("held_message").select(columns).where("id", "=", id).executeTakeFirstOrThrow();
}
