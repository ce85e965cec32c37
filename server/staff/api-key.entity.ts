import { defineEntity, p } from "@mikro-orm/core";
import { Staff } from "./staff.entity.ts";

/** A machine's key. Only its SHA-256 is kept; it acts as the member of staff that it belongs to. */
export const ApiKeySchema = defineEntity({
  name: "ApiKey",
  tableName: "api_key",
  properties: {
    id: p.uuid().primary(),
    staff: () => p.manyToOne(Staff),
    name: p.text(),
    keyHash: p.text().unique(),
    createdAt: p.datetime(3),
    revokedAt: p.datetime(3).nullable(),
  },
});

export class ApiKey extends ApiKeySchema.class {}
ApiKeySchema.setClass(ApiKey);
