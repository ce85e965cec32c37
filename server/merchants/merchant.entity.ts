import { defineEntity, p } from "@mikro-orm/core";
import type { MerchantState } from "./domain/registry.ts";

/** Who sold. Settlement files bring new merchants in by their acquirer's number. */
export const MerchantSchema = defineEntity({
  name: "Merchant",
  tableName: "merchant",
  properties: {
    id: p.uuid().primary(),
    merchantNumber: p.text().unique(),
    name: p.text(),
    nameZh: p.text().nullable(),
    /** ISO 18245 merchant category code, four digits. */
    categoryCode: p.text().nullable(),
    state: p.text().$type<MerchantState>().default("OPEN"),
    version: p.integer().default(1),
    createdAt: p.datetime(3),
  },
});

export class Merchant extends MerchantSchema.class {}
MerchantSchema.setClass(Merchant);
