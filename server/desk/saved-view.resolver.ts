import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { CaseFilterInput, toCaseFilter } from "../cases/case-filter.input.ts";
import { countEach, MOST_COUNTED } from "../cases/queries/count-cases.ts";
import { badInput } from "../graphql/cursor.ts";
import { freeText, optionalText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import type { LoaderOf } from "../platform/loaders.ts";
import type { RequestContext } from "../request-context.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import { arrangeViews } from "./actions/arrange-views.ts";
import { changeView } from "./actions/change-view.ts";
import { deleteView } from "./actions/delete-view.ts";
import { saveView, type ViewToSave } from "./actions/save-view.ts";
import { reviveFilter, storeFilter } from "./domain/stored-filter.ts";
import { findViewOrder, listViews, type ViewRow } from "./queries/find-views.ts";
import {
  ArrangeViewsInput,
  ChangeViewInput,
  DeleteViewInput,
  SaveViewInput,
  type ViewInput,
} from "./saved-view.input.ts";
import {
  DeleteViewResult,
  SavedViewResult,
  SavedViewType,
  toSavedView,
  toSavedViewResult,
  toViewRefused,
  ViewDeletedType,
  ViewOrderType,
} from "./saved-view.type.ts";

/** Names for addresses of the queue. */
@Resolver(() => SavedViewType)
export class SavedViewResolver {
  @Query(() => [SavedViewType], {
    description: "The viewer's own views and those shared with the desk, the oldest first.",
  })
  async savedViews(@Ctx() ctx: RequestContext): Promise<readonly SavedViewType[]> {
    return (await listViews(ctx.db, ctx.actor)).map((row) => toSavedView(row, ctx));
  }

  @Query(() => ViewOrderType, {
    nullable: true,
    description: "How the viewer has the views; null while they never arranged them.",
  })
  async viewOrder(@Ctx() ctx: RequestContext): Promise<ViewOrderType | null> {
    return (await findViewOrder(ctx.db, ctx.actor.id)) ?? null;
  }

  @FieldResolver(() => Int, { description: `How many cases it holds for the viewer now, up to ${MOST_COUNTED}.` })
  count(@Root() { row }: SavedViewType, @Ctx() ctx: RequestContext): Promise<number> {
    return ctx.loaders.load(countOfView, row);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: "Who made it." })
  owner(@Root() { row }: SavedViewType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.owner_id);
  }

  @Mutation(() => SavedViewResult, { description: "Gives an address of the queue a name." })
  async saveView(
    @Arg("input", () => SaveViewInput) input: SaveViewInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof SavedViewResult> {
    return toSavedViewResult(await saveView(ctx, input.idempotencyKey, toView(input)), ctx);
  }

  @Mutation(() => SavedViewResult, {
    description: "Changes a view that the viewer made. Saying the same again changes nothing.",
  })
  async changeView(
    @Arg("input", () => ChangeViewInput) input: ChangeViewInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof SavedViewResult> {
    const id = rowId(input.id, "SavedView");
    return id === null
      ? toViewRefused("NOT_YOURS", ctx)
      : toSavedViewResult(await changeView(ctx, id, toView(input)), ctx);
  }

  @Mutation(() => DeleteViewResult, {
    description: "Deletes a view that the viewer made; the cases in it are not touched.",
  })
  async deleteView(
    @Arg("input", () => DeleteViewInput) input: DeleteViewInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof DeleteViewResult> {
    const id = rowId(input.id, "SavedView");
    const result = id === null ? null : await deleteView(ctx, id);
    return result?.ok === true
      ? Object.assign(new ViewDeletedType(), { id: input.id })
      : toViewRefused(result?.error ?? "NOT_YOURS", ctx);
  }

  @Mutation(() => ViewOrderType, {
    description: "Says in which order the viewer has the views, and on which the queue opens.",
  })
  arrangeViews(
    @Arg("input", () => ArrangeViewsInput) { home, places }: ArrangeViewsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ViewOrderType> {
    if (places.length > 150) throw badInput("`places` names at most 150 views.");
    return arrangeViews(ctx, {
      home: optionalText("home", home, 200),
      places: places.map((place) => freeText("places", place, 200)),
    });
  }
}

function toView({ name, address, filter, shared }: ViewInput): ViewToSave {
  for (const [id, type] of [
    [filter.assigneeId, "Staff"],
    [filter.merchantId, "Merchant"],
  ] as const) {
    if (id != null && rowId(id, type) === null) throw badInput(`\`filter\` names no ${type}.`);
  }
  return {
    name: freeText("name", name, 60),
    address: optionalText("address", address, 1000) ?? "",
    filter: storeFilter(filter),
    shared,
  };
}

/** All views of an answer are counted in one statement. */
const countOfView: LoaderOf<RequestContext, ViewRow, number> = {
  batch: (ctx, rows) =>
    countEach(
      ctx.db,
      ctx.actor,
      rows.map(({ filter }) => toCaseFilter(Object.assign(new CaseFilterInput(), reviveFilter(filter)), ctx)),
    ),
};
