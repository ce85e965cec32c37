import { createUnionType, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Problem } from "../graphql/problem.type.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { Result } from "../kernel/result.ts";
import type { RequestContext } from "../request-context.ts";
import { type SavedViewProblem, savedViewProblems, savedViewText } from "./domain/saved-view-problem.ts";
import type { ViewRow } from "./queries/find-views.ts";

export const SavedViewProblemEnum = wordsEnum(savedViewProblems);
registerEnumType(SavedViewProblemEnum, {
  name: "SavedViewProblem",
  description: "Why a view was not saved or changed.",
});

@ObjectType("SavedView", {
  simpleResolvers: true,
  description: "A name that somebody gave to an address of the queue.",
})
export class SavedViewType {
  /** Not on the wire. */
  row!: ViewRow;

  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: "What stands in the console's address after the question mark." })
  address!: string;

  @Field(() => Boolean, { description: "Whether everybody of the desk sees it." })
  shared!: boolean;

  @Field(() => Boolean, { description: "Whether the viewer made it, and so may change it." })
  own!: boolean;
}

@ObjectType("ViewOrder", { description: "How somebody has their views." })
export class ViewOrderType {
  @Field(() => String, {
    nullable: true,
    description: "The view on which the queue opens; null: the desk's choice for the role.",
  })
  home!: string | null;

  @Field(() => [String], { description: "Views by id, built-in ones by name. What is not named comes after." })
  places!: readonly string[];
}

@ObjectType("ViewSaved", { description: "It stands." })
export class ViewSavedType {
  @Field(() => SavedViewType)
  view!: SavedViewType;
}

@ObjectType("ViewDeleted", { description: "It is gone, for everybody." })
export class ViewDeletedType {
  @Field(() => ID)
  id!: string;
}

@ObjectType("ViewRefused", { implements: Problem, description: "Nothing was saved or changed." })
export class ViewRefusedType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => SavedViewProblemEnum)
  reason!: SavedViewProblem;
}

export const SavedViewResult = createUnionType({
  name: "SavedViewResult",
  description: "The answer to saving or changing a view.",
  types: () => [ViewSavedType, ViewRefusedType] as const,
});

export const DeleteViewResult = createUnionType({
  name: "DeleteViewResult",
  description: "The answer to deleting a view.",
  types: () => [ViewDeletedType, ViewRefusedType] as const,
});

export function toSavedView(row: ViewRow, { actor }: RequestContext): SavedViewType {
  const { name, address, shared } = row;
  return Object.assign(new SavedViewType(), {
    row,
    id: toGlobalId("SavedView", row.id),
    name,
    address,
    shared,
    own: row.owner_id === actor.id,
  });
}

export function toSavedViewResult(
  result: Result<ViewRow, SavedViewProblem>,
  ctx: RequestContext,
): typeof SavedViewResult {
  return result.ok
    ? Object.assign(new ViewSavedType(), { view: toSavedView(result.value, ctx) })
    : toViewRefused(result.error, ctx);
}

export function toViewRefused(reason: SavedViewProblem, { locale }: RequestContext): ViewRefusedType {
  return Object.assign(new ViewRefusedType(), { message: savedViewText(reason, locale), reason });
}
