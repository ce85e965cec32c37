import { defineEntity, p } from "@mikro-orm/core";
import { Case } from "./case.entity.ts";

/** A running deadline of a case. The proof of the date is computed from the rule and these facts, so it is never stored. */
export const CaseClockSchema = defineEntity({
  name: "CaseClock",
  tableName: "case_clock",
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Case),
    rule: p.text(),
    ruleVersion: p.integer(),
    state: p.text().$type<"RUNNING" | "PAUSED" | "MET" | "BREACHED" | "CANCELLED">(),
    startedAt: p.datetime(3),
    /** Null when the calendar of that year is not published yet: said, never guessed. */
    dueAt: p.datetime(3).nullable(),
    /** A date that came from outside (a bank's file, a provider) wins over the rule's. */
    dueAtGiven: p.boolean().default(false),
    /** How many of the rule's units it has by the policy of its case; null where the rule says it. */
    length: p.integer().nullable(),
    pausedAt: p.datetime(3).nullable(),
    pausedMs: p.bigint("bigint").default(0),
    endedAt: p.datetime(3).nullable(),
  },
});

export class CaseClock extends CaseClockSchema.class {}
CaseClockSchema.setClass(CaseClock);
