import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { Node } from "../graphql/node.type.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { RequestContext } from "../request-context.ts";
import type { Role } from "./domain/roles.ts";
import { type StaffRow, staffById } from "./queries/find-staff.ts";
import { RoleEnum } from "./staff-words.type.ts";

@ObjectType("Staff", {
  simpleResolvers: true,
  implements: Node,
  description: "A person of the desk, or of a merchant or a bank that works in it.",
})
export class StaffType extends Node {
  @Field(() => ID)
  declare id: string;

  @Field(() => String)
  name!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => Boolean, {
    description: "False once they have left; their log-in is shut, their name stays on what they did.",
  })
  active!: boolean;

  @Field(() => String, { nullable: true, description: "For whoever may read the list of staff; null for others." })
  email!: string | null;
}

export const StaffConnection = connectionOf(StaffType, "Staff");

export function toStaff(row: StaffRow): StaffType {
  return Object.assign(new StaffType(), {
    id: toGlobalId("Staff", row.id),
    name: row.name,
    role: row.role,
    active: row.active,
    email: row.email,
  });
}

/** Whoever a row names by id; null where it names nobody. All that one answer asks for are read at once. */
export async function staffOf(ctx: RequestContext, id: string | null): Promise<StaffType | null> {
  const row = id === null ? null : await ctx.loaders.load(staffById, id);
  return row === null ? null : toStaff(row);
}
