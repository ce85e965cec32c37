import { defineEntity, p } from "@mikro-orm/core";
import { Staff } from "../staff/staff.entity.ts";
import type { RegistryChange, RegistryEventKind } from "./domain/registry.ts";
import { Institution } from "./institution.entity.ts";
import { Merchant } from "./merchant.entity.ts";

/** What was done to one entry of the registers, and by whom; it is only ever added to. */
export const RegistryEventSchema = defineEntity({
  name: "RegistryEvent",
  tableName: "registry_event",
  properties: {
    id: p.uuid().primary(),
    /** Of these two exactly one: what it is about. */
    merchant: () => p.manyToOne(Merchant).nullable(),
    institution: () => p.manyToOne(Institution).nullable(),
    kind: p.text().$type<RegistryEventKind>(),
    /** Null: the desk itself, e.g. a file that brought it in. */
    actor: () => p.manyToOne(Staff).nullable(),
    changes: p.json<readonly RegistryChange[]>(),
    reason: p.text().nullable(),
    at: p.datetime(3),
  },
});

export class RegistryEvent extends RegistryEventSchema.class {}
RegistryEventSchema.setClass(RegistryEvent);
