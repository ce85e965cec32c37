import { defineEntity, p } from "@mikro-orm/core";
import { Staff } from "../staff/staff.entity.ts";

/** A file of records from outside that was taken: by whom and when, for whoever asks later where a record comes from. */
export const TrainingImportSchema = defineEntity({
  name: "TrainingImport",
  tableName: "training_import",
  properties: {
    id: p.uuid().primary(),
    fileName: p.text(),
    by: () => p.manyToOne(Staff),
    at: p.datetime(3),
  },
});

export class TrainingImport extends TrainingImportSchema.class {}
TrainingImportSchema.setClass(TrainingImport);
