import { registerEnumType } from "type-graphql";
import { wordsEnum } from "../graphql/words-enum.ts";
import { type Permission, permissions } from "./domain/permissions.ts";
import { roles } from "./domain/roles.ts";
import { staffEventKinds, staffStates } from "./domain/staff-life.ts";

export const RoleEnum = wordsEnum(roles);
registerEnumType(RoleEnum, {
  name: "Role",
  description: "The eight roles, and SYSTEM where a clock, a policy or a provider acted.",
});

/** GraphQL names hold no dots: `customer.readContact` is sent as CUSTOMER_READ_CONTACT. */
export const PermissionEnum: Readonly<Record<string, Permission>> = Object.fromEntries(
  permissions.map((permission) => [permission.replaceAll(/\.|(?=[A-Z])/g, "_").toUpperCase(), permission]),
);
registerEnumType(PermissionEnum, {
  name: "Permission",
  description: "Everything that someone can be allowed to do or see.",
});

export const StaffStateEnum = wordsEnum(staffStates);
registerEnumType(StaffStateEnum, {
  name: "StaffState",
  description:
    "How somebody stands with the desk. SUSPENDED is for now, LEFT for good; their name stays on what they did.",
});

export const StaffEventKindEnum = wordsEnum(staffEventKinds);
registerEnumType(StaffEventKindEnum, {
  name: "StaffEventKind",
  description: "What was done to somebody's place at the desk.",
});
