import { done, type Result, refused } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import type { SavedViewProblem } from "../domain/saved-view-problem.ts";
import type { ViewRow } from "../queries/find-views.ts";

/** Takes a view of one's own away, from everybody it was shared with. The cases in it are not touched. */
export async function deleteView(
  { db, actor }: ActionContext,
  id: string,
): Promise<Result<Pick<ViewRow, "id">, SavedViewProblem>> {
  const gone = await db
    .deleteFrom("saved_view")
    .where("id", "=", id)
    .where("owner_id", "=", actor.id)
    .returning("id")
    .executeTakeFirst();
  return gone === undefined ? refused("NOT_YOURS") : done(gone);
}
