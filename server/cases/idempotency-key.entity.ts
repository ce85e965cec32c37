import { defineEntity, p } from "@mikro-orm/core";

/** A key that was used, with the hash of what it was used for and where its effect is found. */
export const IdempotencyKeySchema = defineEntity({
  name: "IdempotencyKey",
  tableName: "idempotency_key",
  properties: {
    /** Whose key it is: staff id, `case:<id>` for a customer, `system`. The same key of two people is two keys. */
    owner: p.text().primary(),
    key: p.uuid().primary(),
    action: p.text(),
    inputHash: p.text(),
    caseId: p.uuid().nullable(),
    eventId: p.uuid().nullable(),
    createdAt: p.datetime(3),
  },
});

export class IdempotencyKey extends IdempotencyKeySchema.class {}
IdempotencyKeySchema.setClass(IdempotencyKey);
