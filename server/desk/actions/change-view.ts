import { sql } from "kysely";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import type { SavedViewProblem } from "../domain/saved-view-problem.ts";
import { findView, type ViewRow } from "../queries/find-views.ts";
import type { ViewToSave } from "./save-view.ts";

/** Gives a view of one's own another name, address or audience. Saying the same again changes nothing. */
export async function changeView(
  { db, actor }: ActionContext,
  id: string,
  view: ViewToSave,
): Promise<Result<ViewRow, SavedViewProblem>> {
  if (view.shared && !actor.permissions.has("view.share")) return refused("MAY_NOT_SHARE");
  const found = await findView(db, id);
  if (found === undefined || found.owner_id !== actor.id) return refused("NOT_YOURS");
  return db.transaction().execute(async (trx) => {
    // One at a time for each owner: of two views that are given one name at once, the second sees the first's.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`views of ${actor.id}`}, 0))`.execute(trx);
    const { numUpdatedRows } = await trx
      .updateTable("saved_view")
      .set(view)
      .where("id", "=", id)
      .where("owner_id", "=", actor.id)
      .where(({ not, exists, selectFrom, lit }) =>
        not(
          exists(
            selectFrom("saved_view as other")
              .select(lit(1).as("one"))
              .where("other.owner_id", "=", actor.id)
              .where("other.name", "=", view.name)
              .where("other.id", "!=", id),
          ),
        ),
      )
      .executeTakeFirst();
    return numUpdatedRows === 1n ? done({ ...found, ...view }) : refused("NAME_TAKEN");
  });
}
