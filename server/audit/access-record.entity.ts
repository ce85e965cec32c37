import { defineEntity, p } from "@mikro-orm/core";
import { Case } from "../cases/case.entity.ts";
import type { AccessKind } from "../staff/domain/access-kinds.ts";
import { Staff } from "../staff/staff.entity.ts";

/** Who saw personal data of a case, in which hour for the first time. Never changed. */
export const AccessRecordSchema = defineEntity({
  name: "AccessRecord",
  tableName: "access_record",
  uniques: [{ properties: ["viewer", "case", "kind", "hour"] }],
  properties: {
    id: p.uuid().primary(),
    viewer: () => p.manyToOne(Staff),
    case: () => p.manyToOne(Case),
    kind: p.text().$type<AccessKind>(),
    hour: p.datetime(3),
    at: p.datetime(3),
  },
});

export class AccessRecord extends AccessRecordSchema.class {}
AccessRecordSchema.setClass(AccessRecord);
