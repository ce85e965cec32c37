import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/database/database.ts";

/**
 * Takes assignments whose window has shut out of the way of another one; they stay as they ended. Nobody could work on them
 * any more, yet of one person and one course only one is open.
 */
export async function shelveMissed(
  db: Db,
  today: Day,
  only: { readonly courseId: string; readonly staffIds: readonly string[] } | null,
): Promise<void> {
  await db
    .updateTable("training_record")
    .set({ open: false })
    .where("open", "=", true)
    .where("closes_on", "<", today)
    .$if(only !== null, (q) =>
      q
        .where("course_id", "=", only?.courseId ?? "")
        .where("staff_id", "=", sql<string>`any(${only?.staffIds ?? []}::uuid[])`),
    )
    .execute();
}
