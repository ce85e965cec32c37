import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateTime } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { Locale } from "../request-context.ts";
import { permissionNames } from "../staff/domain/permission-names.ts";
import { type Permission, permissions } from "../staff/domain/permissions.ts";
import type { StaffRole } from "../staff/domain/roles.ts";
import { StaffType } from "../staff/staff.type.ts";
import { PermissionEnum, RoleEnum } from "../staff/staff-words.type.ts";
import { type RoleChangeState, roleChangeStates } from "./domain/role-change.ts";
import { mayHold } from "./domain/role-rules.ts";
import { type RoleWorkKind, roleWorkKinds } from "./queries/find-affected.ts";
import type { RoleChangeRow } from "./queries/find-role-changes.ts";
import type { RoleRow } from "./queries/find-roles.ts";

const RoleChangeStateEnum = wordsEnum(roleChangeStates);
registerEnumType(RoleChangeStateEnum, {
  name: "RoleChangeState",
  description: "Where a proposed change rests. Only APPLIED has changed anything.",
});

const RoleWorkKindEnum = wordsEnum(roleWorkKinds);
registerEnumType(RoleWorkKindEnum, {
  name: "RoleWorkKind",
  description:
    "ASSIGNED_CASES: open cases of people who could no longer work them. WAITING_APPROVALS: requests whose next level the role would lose. ABSENCES: delegations that would lend nothing any more.",
});

@ObjectType("Right", { simpleResolvers: true, description: "A permission with its name in the reader's language." })
export class RightType {
  @Field(() => PermissionEnum)
  right!: Permission;

  @Field(() => String)
  name!: string;
}

@ObjectType("RoleGrants", { description: "What a role of the staff may do at this desk." })
export class RoleGrantsType {
  readonly row!: RoleRow;

  @Field(() => ID)
  id!: string;

  @Field(() => RoleEnum)
  role!: StaffRole;

  @Field(() => Int, { description: "Give this as `expectedVersion` to propose a change." })
  version!: number;

  @Field(() => [PermissionEnum])
  permissions!: readonly Permission[];

  @Field(() => [PermissionEnum], { description: "What it could be given at all; the others belong to another side." })
  grantable!: readonly Permission[];

  @Field(() => Int, { description: "How many people at work have the role." })
  people!: number;
}

@ObjectType("RoleChange", { description: "A proposal of what a role may do, and what became of it." })
export class RoleChangeType {
  readonly row!: RoleChangeRow;

  @Field(() => ID)
  id!: string;

  @Field(() => RoleEnum)
  role!: StaffRole;

  @Field(() => [RightType], { description: "What it may do in addition." })
  gains!: readonly RightType[];

  @Field(() => [RightType], { description: "What it may do no longer." })
  losses!: readonly RightType[];

  @Field(() => String, { description: "The proposer's own words." })
  reason!: string;

  @Field(() => RoleChangeStateEnum)
  state!: RoleChangeState;

  @Field(() => DateTime)
  proposedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  settledAt!: Date | null;
}

@ObjectType("RoleWork", { simpleResolvers: true, description: "Open work that hangs on what the role would lose." })
export class RoleWorkType {
  @Field(() => RoleWorkKindEnum)
  kind!: RoleWorkKind;

  @Field(() => Int)
  count!: number;
}

@ObjectType("RoleChangePreview", {
  simpleResolvers: true,
  description: "What a change of a role would mean, before anybody is asked.",
})
export class RoleChangePreviewType {
  @Field(() => [RightType])
  gains!: readonly RightType[];

  @Field(() => [RightType])
  losses!: readonly RightType[];

  @Field(() => Int, { description: "How many people at work have the role." })
  count!: number;

  @Field(() => [StaffType], { description: "Who they are, at most 50 by name." })
  people!: readonly StaffType[];

  @Field(() => [RoleWorkType])
  work!: readonly RoleWorkType[];

  @Field(() => [RightType], { description: "What nobody at work could do any more." })
  orphaned!: readonly RightType[];

  @Field(() => [StaffType], { description: "Who could agree to it: neither the viewer nor anybody who gains by it." })
  deciders!: readonly StaffType[];

  @Field(() => [String], { description: "Every reason for which it could not be proposed, in the reader's language." })
  reasons!: readonly string[];
}

export function toRight(right: Permission, locale: Locale): RightType {
  return { right, name: permissionNames[right][locale === "zh-CN" ? "zh" : "en"] };
}

export function toRoleGrants(row: RoleRow): RoleGrantsType {
  return Object.assign(new RoleGrantsType(), {
    row,
    id: toGlobalId("RoleGrants", row.name),
    role: row.name,
    version: row.version,
    permissions: row.permissions,
    grantable: permissions.filter((right) => mayHold(row.name, right)),
    people: Number(row.people ?? 0),
  });
}

export function toRoleChange(row: RoleChangeRow, locale: Locale): RoleChangeType {
  const less = (these: readonly Permission[], those: readonly Permission[]) =>
    these.filter((right) => !those.includes(right)).map((right) => toRight(right, locale));
  return Object.assign(new RoleChangeType(), {
    row,
    id: toGlobalId("RoleChange", row.id),
    role: row.role,
    gains: less(row.after, row.before),
    losses: less(row.before, row.after),
    reason: row.reason,
    state: row.state,
    proposedAt: row.proposed_at,
    settledAt: row.settled_at,
  });
}
