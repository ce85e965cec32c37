import { defineEntity, p } from "@mikro-orm/core";
import { Staff } from "./staff.entity.ts";

/** Somebody is away, and a colleague gives their approvals meanwhile. Kept after its end: decisions name whom they were given for. */
export const DelegationSchema = defineEntity({
  name: "Delegation",
  tableName: "delegation",
  properties: {
    id: p.uuid().primary(),
    staff: () => p.manyToOne(Staff),
    delegate: () => p.manyToOne(Staff),
    startsAt: p.datetime(3),
    /** The first instant at which it holds no more. */
    endsAt: p.datetime(3),
    revokedAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
  },
});

export class Delegation extends DelegationSchema.class {}
DelegationSchema.setClass(Delegation);
