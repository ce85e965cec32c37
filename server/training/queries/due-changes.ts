import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/database/database.ts";
import { grouped, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";

export interface DueChangeRow {
  readonly id: string;
  readonly record_id: string;
  readonly at: Date;
  readonly by: string;
  readonly from_day: Day | null;
  readonly to_day: Day | null;
  readonly reason: string;
}

function findDueChanges(db: Db, recordIds: readonly string[]): Promise<DueChangeRow[]> {
  return db
    .selectFrom("training_due_change as change")
    .innerJoin("staff", "staff.id", "change.by_id")
    .select(["change.id", "record_id", "at", "staff.name as by", "from_day", "to_day", "reason"])
    .where("record_id", "=", sql<string>`any(${recordIds}::uuid[])`)
    .orderBy("at")
    .orderBy("change.id")
    .$castTo<DueChangeRow>()
    .execute();
}

/** Every change of a record's due day, the first one first. */
export const dueChangesOfRecord: LoaderOf<RequestContext, string, readonly DueChangeRow[]> = {
  batch: async ({ db }, ids) => grouped(ids, await findDueChanges(db, ids), (row) => row.record_id),
};
