import { done, type Result, refused } from "../../kernel/result.ts";
import { derivedId } from "../../platform/derived-id.ts";
import { canonicalJson, sha256 } from "../../platform/journal.ts";
import type { ActionContext } from "../../request-context.ts";
import { MOST_VIEWS, type SavedViewProblem } from "../domain/saved-view-problem.ts";
import type { StoredFilter } from "../domain/stored-filter.ts";
import { findView, type ViewRow } from "../queries/find-views.ts";

export interface ViewToSave {
  readonly name: string;
  readonly address: string;
  readonly filter: StoredFilter;
  readonly shared: boolean;
}

type Saved = Promise<Result<ViewRow, SavedViewProblem>>;

/** Keeps a new view. Its id comes of the key, so that the same request again finds what it made, and another under that key is refused. */
export async function saveView({ db, actor, clock }: ActionContext, key: string, view: ViewToSave): Saved {
  const { id: ownerId } = actor;
  if (ownerId === null) return refused("NOT_YOURS");
  if (view.shared && !actor.permissions.has("view.share")) return refused("MAY_NOT_SHARE");
  const id = derivedId("saved view", ownerId, key);
  // Of what was asked, not of what the view has become: it may have been renamed since.
  const inputHash = sha256(canonicalJson(view));
  const known = await findView(db, id);
  if (known !== undefined) return known.input_hash === inputHash ? done(known) : refused("KEY_REUSED");
  const { count } = await db
    .selectFrom("saved_view")
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .where("owner_id", "=", ownerId)
    .executeTakeFirstOrThrow();
  if (count >= MOST_VIEWS) return refused("TOO_MANY");
  await db
    .insertInto("saved_view")
    .values({ id, owner_id: ownerId, ...view, input_hash: inputHash, created_at: clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const saved = await findView(db, id);
  if (saved === undefined) return refused("NAME_TAKEN");
  return saved.input_hash === inputHash ? done(saved) : refused("KEY_REUSED");
}
