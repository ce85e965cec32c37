import { defineEntity, p } from "@mikro-orm/core";
import { Staff } from "../staff/staff.entity.ts";
import type { SettingChange } from "./domain/desk-settings.ts";

/** The one row of a desk's own settings. */
export const DeskSettingsSchema = defineEntity({
  name: "DeskSettings",
  tableName: "desk_settings",
  properties: {
    /** Always 1: there is one desk. */
    id: p.integer().primary(),
    nameZh: p.text(),
    nameEn: p.text(),
    phone: p.text().nullable(),
    email: p.text().nullable(),
    currency: p.text(),
    timeZone: p.text(),
    version: p.integer().default(1),
  },
});

export class DeskSettings extends DeskSettingsSchema.class {}
DeskSettingsSchema.setClass(DeskSettings);

/** Who changed which settings, from what to what; it is only ever added to. */
export const DeskSettingsEventSchema = defineEntity({
  name: "DeskSettingsEvent",
  tableName: "desk_settings_event",
  properties: {
    id: p.uuid().primary(),
    /** The version that it made. */
    version: p.integer().unique(),
    actor: () => p.manyToOne(Staff),
    changes: p.json<readonly SettingChange[]>(),
    at: p.datetime(3),
  },
});

export class DeskSettingsEvent extends DeskSettingsEventSchema.class {}
DeskSettingsEventSchema.setClass(DeskSettingsEvent);
