import { defineEntity, p } from "@mikro-orm/core";
import type { MaintenanceEventKind } from "./domain/maintenance.ts";

/** A time in which a provider is sent no refund. What it already has is still asked about. */
export const ProviderMaintenanceSchema = defineEntity({
  name: "ProviderMaintenance",
  tableName: "provider_maintenance",
  properties: {
    id: p.uuid().primary(),
    provider: p.text(),
    startsAt: p.datetime(3),
    /** Moved to the moment at which it was ended early; what was planned stands in its history. */
    endsAt: p.datetime(3),
    reasonZh: p.text(),
    reasonEn: p.text(),
    version: p.integer().default(1),
    cancelledAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
  },
});

export class ProviderMaintenance extends ProviderMaintenanceSchema.class {}
ProviderMaintenanceSchema.setClass(ProviderMaintenance);

/** What was done to a window, by whom. Append-only. */
export const ProviderMaintenanceEventSchema = defineEntity({
  name: "ProviderMaintenanceEvent",
  tableName: "provider_maintenance_event",
  properties: {
    id: p.uuid().primary(),
    maintenance: () => p.manyToOne(ProviderMaintenance),
    kind: p.text().$type<MaintenanceEventKind>(),
    actorId: p.uuid().nullable(),
    startsAt: p.datetime(3),
    endsAt: p.datetime(3),
    at: p.datetime(3),
  },
});

export class ProviderMaintenanceEvent extends ProviderMaintenanceEventSchema.class {}
ProviderMaintenanceEventSchema.setClass(ProviderMaintenanceEvent);
