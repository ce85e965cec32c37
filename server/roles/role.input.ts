import { Field, InputType, Int } from "type-graphql";
import { Uuid } from "../graphql/scalars.ts";
import type { Permission } from "../staff/domain/permissions.ts";
import type { Role } from "../staff/domain/roles.ts";
import { PermissionEnum, RoleEnum } from "../staff/staff-words.type.ts";

@InputType("ProposeRoleChangeInput")
export class ProposeRoleChangeInput {
  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => [PermissionEnum], { description: "All that the role may do from then on, not what is added." })
  permissions!: Permission[];

  @Field(() => Int, { description: "The version that was looked at. Somebody else was faster: StaleRole." })
  expectedVersion!: number;

  @Field(() => Uuid, {
    description: "Made once per intention. The same key gives the same answer; used for something else, RoleKeyReused.",
  })
  idempotencyKey!: string;

  @Field(() => String, { nullable: true, description: "Why; needed, and read by whoever decides it." })
  reason?: string | null;
}
