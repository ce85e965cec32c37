import { defineEntity, p } from "@mikro-orm/core";
import type { Permission } from "./domain/permissions.ts";
import { Staff } from "./staff.entity.ts";

/**
 * A machine's key. Only its SHA-256 is kept; it acts for the member of staff who made it, within its scopes. Kept for good:
 * what was done by it names it.
 */
export const ApiKeySchema = defineEntity({
  name: "ApiKey",
  tableName: "api_key",
  uniques: [{ properties: ["staff", "key"] }],
  properties: {
    id: p.uuid().primary(),
    /** Who made it. */
    staff: () => p.manyToOne(Staff),
    name: p.text(),
    keyHash: p.text().unique(),
    scopes: p.array().$type<Permission[]>(),
    /** Of the request that made it: the same one is answered again, without the secret. */
    key: p.uuid(),
    keyDays: p.integer(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
    /** At most some minutes out of date. */
    usedAt: p.datetime(3).nullable(),
    revokedAt: p.datetime(3).nullable(),
    revokedBy: () => p.manyToOne(Staff).nullable(),
  },
});

export class ApiKey extends ApiKeySchema.class {}
ApiKeySchema.setClass(ApiKey);
