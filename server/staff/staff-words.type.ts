import { registerEnumType } from "type-graphql";
import { wordsEnum } from "../graphql/words-enum.ts";
import { type Permission, permissions } from "./domain/permissions.ts";
import { roles } from "./domain/roles.ts";

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
