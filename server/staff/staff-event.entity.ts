import { defineEntity, p } from "@mikro-orm/core";
import type { StaffEventKind } from "./domain/staff-life.ts";
import { Staff } from "./staff.entity.ts";

/** An invitation to join. Only the hash of its token is kept; the token itself is made when the notice is sent. */
export const StaffInvitationSchema = defineEntity({
  name: "StaffInvitation",
  tableName: "staff_invitation",
  properties: {
    id: p.uuid().primary(),
    staff: () => p.manyToOne(Staff),
    tokenHash: p.text().unique(),
    expiresAt: p.datetime(3),
    createdAt: p.datetime(3),
    /** When it was taken up, or made worthless by a newer one. */
    usedAt: p.datetime(3).nullable(),
  },
});

export class StaffInvitation extends StaffInvitationSchema.class {}
StaffInvitationSchema.setClass(StaffInvitation);

/** What was done to somebody's place at the desk, and by whom; it is only ever added to. */
export const StaffEventSchema = defineEntity({
  name: "StaffEvent",
  tableName: "staff_event",
  properties: {
    id: p.uuid().primary(),
    staff: () => p.manyToOne(Staff),
    kind: p.text().$type<StaffEventKind>(),
    /** Null: they did it themselves, by their invitation. */
    actor: () => p.manyToOne(Staff).nullable(),
    /** The role that they had from then on. */
    role: p.text(),
    reason: p.text().nullable(),
    movedCases: p.integer().nullable(),
    at: p.datetime(3),
  },
});

export class StaffEvent extends StaffEventSchema.class {}
StaffEventSchema.setClass(StaffEvent);
