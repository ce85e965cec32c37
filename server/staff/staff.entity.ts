import { defineEntity, p } from "@mikro-orm/core";
import type { StaffRole } from "./domain/roles.ts";

/** A person of the desk, or of a merchant or bank that works in it. Log-in data lives in the schema `auth`, under `loginId`. */
export const StaffSchema = defineEntity({
  name: "Staff",
  tableName: "staff",
  properties: {
    id: p.uuid().primary(),
    loginId: p.text().unique().nullable(),
    email: p.text().unique(),
    name: p.text(),
    role: p.text().$type<StaffRole>(),
    /** Scope of a merchant verifier. A plain id, since staff stands below merchants. */
    merchantId: p.uuid().nullable(),
    /** Scope of a bank officer. */
    institutionId: p.uuid().nullable(),
    /** The language of what is sent to them; on the screen they choose it themselves. */
    locale: p.text().$type<"zh-CN" | "en">().default("zh-CN"),
    active: p.boolean().default(true),
    createdAt: p.datetime(3),
    /** Counts every change of role, scope or standing. */
    version: p.integer().default(1),
    /** Shut out for now. */
    suspendedAt: p.datetime(3).nullable(),
    /** Set while an invitation waits to be taken up. */
    invitedAt: p.datetime(3).nullable(),
  },
});

export class Staff extends StaffSchema.class {}
StaffSchema.setClass(Staff);
