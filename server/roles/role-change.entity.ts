import { defineEntity, p } from "@mikro-orm/core";
import type { Permission } from "../staff/domain/permissions.ts";
import type { StaffRole } from "../staff/domain/roles.ts";
import { Staff } from "../staff/staff.entity.ts";
import type { RoleChangeState } from "./domain/role-change.ts";

/** What somebody wants a role to be able to do, and what became of it: the whole history of the roles. */
export const RoleChangeSchema = defineEntity({
  name: "RoleChange",
  tableName: "role_change",
  properties: {
    id: p.uuid().primary(),
    role: p.text().$type<StaffRole>(),
    /** The version of the role that it was proposed upon. */
    roleVersion: p.integer(),
    before: p.array().$type<Permission[]>(),
    after: p.array().$type<Permission[]>(),
    proposer: () => p.manyToOne(Staff),
    /** Made once per intention: the same person's same key is the same proposal. */
    key: p.uuid(),
    reason: p.text(),
    state: p.text().$type<RoleChangeState>(),
    proposedAt: p.datetime(3),
    settledAt: p.datetime(3).nullable(),
  },
});

export class RoleChange extends RoleChangeSchema.class {}
RoleChangeSchema.setClass(RoleChange);
