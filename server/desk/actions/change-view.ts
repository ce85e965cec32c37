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
  const { numUpdatedRows } = await db
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
}
