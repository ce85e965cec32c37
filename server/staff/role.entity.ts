import { defineEntity, p } from "@mikro-orm/core";
import type { Permission } from "./domain/permissions.ts";
import type { StaffRole } from "./domain/roles.ts";

/** What a role of the staff may do at this desk. The roles are the house's; what they may do is the desk's. */
export const RoleSchema = defineEntity({
  name: "Role",
  tableName: "role",
  properties: {
    name: p.text().$type<StaffRole>().primary(),
    permissions: p.array().$type<Permission[]>(),
    /** Counts every change; the sum over all roles tells whether anything changed at all. */
    version: p.integer().default(1),
    changedAt: p.datetime(3),
  },
});

export class Role extends RoleSchema.class {}
RoleSchema.setClass(Role);

/** A right that some release of the house has brought to this desk, so that it is given to roles once and not again. */
export const KnownPermissionSchema = defineEntity({
  name: "KnownPermission",
  tableName: "known_permission",
  properties: {
    name: p.text().$type<Permission>().primary(),
  },
});

export class KnownPermission extends KnownPermissionSchema.class {}
KnownPermissionSchema.setClass(KnownPermission);
