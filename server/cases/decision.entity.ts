import { defineEntity, p } from "@mikro-orm/core";
import type { PolicyChoice } from "../policies/domain/choose-policy.ts";
import type { PolicyFacts, PolicyOutcome, PolicyTrace } from "../policies/domain/policy-content.ts";
import { PolicyVersion } from "../policies/policy-version.entity.ts";
import { Case } from "./case.entity.ts";

/** What a policy version said of a case's facts. The facts and the trace are kept, so that it can be replayed. */
export const DecisionSchema = defineEntity({
  name: "Decision",
  tableName: "decision",
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Case),
    policyVersion: () => p.manyToOne(PolicyVersion),
    facts: p.json<PolicyFacts>(),
    outcome: p.text().$type<PolicyOutcome>(),
    rowNumber: p.integer().nullable(),
    straightThrough: p.boolean(),
    trace: p.json<PolicyTrace>(),
    /** Which policies held for the case then, and which of them decided; null in decisions of before there were several. */
    choice: p.json<PolicyChoice>().nullable(),
    at: p.datetime(3),
  },
});

export class Decision extends DecisionSchema.class {}
DecisionSchema.setClass(Decision);
