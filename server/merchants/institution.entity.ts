import { defineEntity, p } from "@mikro-orm/core";

/** A bank that issues cards and rules on disputes; its officers see the disputes of this institution only. */
export const InstitutionSchema = defineEntity({
  name: "Institution",
  tableName: "institution",
  properties: {
    id: p.uuid().primary(),
    code: p.text().unique(),
    name: p.text(),
    nameZh: p.text().nullable(),
    version: p.integer().default(1),
    createdAt: p.datetime(3),
  },
});

export class Institution extends InstitutionSchema.class {}
InstitutionSchema.setClass(Institution);
