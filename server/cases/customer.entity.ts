import { defineEntity, p } from "@mikro-orm/core";

/** The person who paid. No account: they come by the private link of their case. */
export const CustomerSchema = defineEntity({
  name: "Customer",
  tableName: "customer",
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    phone: p.text().nullable(),
    email: p.text().nullable(),
    locale: p.text().$type<"zh-CN" | "en">(),
    createdAt: p.datetime(3),
  },
});

export class Customer extends CustomerSchema.class {}
CustomerSchema.setClass(Customer);
