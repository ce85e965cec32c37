import { defineEntity, p } from "@mikro-orm/core";
import { Case } from "../cases/case.entity.ts";
import type { AgencyOutcome, ReferralState } from "./domain/words.ts";

/** The consumer-protection stage of a case. */
export const ReferralSchema = defineEntity({
  name: "Referral",
  tableName: "referral",
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Case),
    agency: p.text(),
    /** The agency's own registration number, once it gives one. */
    reference: p.text().nullable(),
    state: p.text().$type<ReferralState>(),
    outcome: p.text().$type<AgencyOutcome>().nullable(),
    lodgedAt: p.datetime(3),
    endedAt: p.datetime(3).nullable(),
  },
});

export class Referral extends ReferralSchema.class {}
ReferralSchema.setClass(Referral);
