import { Field, ID, InputType, Int } from "type-graphql";
import { badInput } from "../graphql/cursor.ts";
import { optionalText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import { LocaleEnum } from "../graphql/locale.ts";
import type { Locale } from "../request-context.ts";
import type { Permission } from "./domain/permissions.ts";
import { type Role, type StaffRole, staffRoles } from "./domain/roles.ts";
import type { Placement, StaffState } from "./domain/staff-life.ts";
import { everybody, type StaffFilter } from "./queries/find-staff.ts";
import { PermissionEnum, RoleEnum, StaffStateEnum } from "./staff-words.type.ts";

@InputType("StaffFilter", { description: "Narrows the list of people; what is left out narrows nothing." })
export class StaffFilterInput {
  @Field(() => String, { nullable: true, description: "Part of a name or of an address." })
  text?: string | null;

  @Field(() => [RoleEnum], { nullable: true })
  roles?: readonly Role[] | null;

  @Field(() => [StaffStateEnum], { nullable: true })
  states?: readonly StaffState[] | null;

  @Field(() => [PermissionEnum], {
    nullable: true,
    description: "Whoever may do any of these by their role, as the desk has settled it now.",
  })
  permissions?: readonly Permission[] | null;

  @Field(() => ID, { nullable: true, description: "Whoever answers for this merchant." })
  merchantId?: string | null;

  @Field(() => ID, { nullable: true, description: "Whoever rules for this bank." })
  institutionId?: string | null;
}

@InputType("PlacementInput", { description: "A role, and the merchant or bank that it is narrowed to." })
export class PlacementInput {
  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => ID, { nullable: true, description: "For MERCHANT_VERIFIER, and for nobody else." })
  merchantId?: string | null;

  @Field(() => ID, { nullable: true, description: "For BANK_OFFICER, and for nobody else." })
  institutionId?: string | null;
}

@InputType("InviteStaffInput")
export class InviteStaffInput {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  name!: string;

  @Field(() => LocaleEnum, { description: "The language of what is sent to them." })
  locale!: Locale;

  @Field(() => PlacementInput)
  placement!: PlacementInput;
}

@InputType("MoveStaffInput")
export class MoveStaffInput {
  @Field(() => ID)
  staffId!: string;

  @Field(() => Int, { description: "The version that was looked at. Somebody else was faster: StaleStaff." })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: "Why; kept in their history." })
  reason?: string | null;
}

@InputType("ChangeStaffRoleInput")
export class ChangeStaffRoleInput extends MoveStaffInput {
  @Field(() => PlacementInput)
  placement!: PlacementInput;

  @Field(() => ID, {
    nullable: true,
    description: "Who takes their open cases where the new role has none; null: nobody.",
  })
  heirId?: string | null;
}

@InputType("SuspendStaffInput")
export class SuspendStaffInput extends MoveStaffInput {
  @Field(() => ID, {
    nullable: true,
    description:
      "Who takes their open cases and audit findings; null: cases go back to nobody, findings to whoever raised them.",
  })
  heirId?: string | null;
}

@InputType("EndStaffInput")
export class EndStaffInput extends MoveStaffInput {
  @Field(() => ID, {
    nullable: true,
    description:
      "Who takes their open cases and audit findings; null: cases go back to nobody, findings to whoever raised them.",
  })
  heirId?: string | null;
}

export function toStaffFilter(filter: StaffFilterInput | null | undefined): StaffFilter {
  if (filter == null) return everybody;
  return {
    text: optionalText("text", filter.text, 100),
    roles: staffRoles.filter((role) => filter.roles?.includes(role) === true),
    states: filter.states ?? [],
    permissions: filter.permissions ?? [],
    merchantId: idOf(filter.merchantId, "Merchant"),
    institutionId: idOf(filter.institutionId, "Institution"),
  };
}

export function toPlacement({ role, merchantId, institutionId }: PlacementInput): Placement {
  return {
    role: toStaffRole(role),
    merchantId: idOf(merchantId, "Merchant"),
    institutionId: idOf(institutionId, "Institution"),
  };
}

function toStaffRole(role: Role): StaffRole {
  const held = staffRoles.find((one) => one === role);
  if (held === undefined) throw badInput(`Nobody on the staff can be ${role}.`);
  return held;
}

function idOf(globalId: string | null | undefined, type: string): string | null {
  if (globalId == null) return null;
  const id = rowId(globalId, type);
  if (id === null) throw badInput(`There is no ${type} of this id.`);
  return id;
}
