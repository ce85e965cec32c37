import { Field, ID, ObjectType } from "type-graphql";
import { LocaleEnum } from "../graphql/locale.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { ActionContext, Locale } from "../request-context.ts";
import type { Permission } from "./domain/permissions.ts";
import type { Role } from "./domain/roles.ts";
import { PermissionEnum, RoleEnum } from "./staff-words.type.ts";

@ObjectType("Viewer", { description: "Whoever asks, as a signed-in member of staff." })
export class ViewerType {
  @Field(() => ID, { description: "The id of the viewer as `Staff`." })
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => [PermissionEnum], {
    description:
      "What the viewer may do at all, by their role as it is now: a change of the role counts from the next request on, at every server. What a case allows is said by the case.",
  })
  permissions!: Permission[];

  @Field(() => LocaleEnum, { description: "The language that texts of this answer are in." })
  locale!: Locale;
}

/** Null for whoever has not signed in, customers included: they come by the link of their case. */
export function toViewer({ actor, locale }: Pick<ActionContext, "actor" | "locale">): ViewerType | null {
  if (actor.id === null) return null;
  return Object.assign(new ViewerType(), {
    id: toGlobalId("Staff", actor.id),
    name: actor.name,
    role: actor.role,
    permissions: [...actor.permissions],
    locale,
  });
}
