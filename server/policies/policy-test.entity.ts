import { defineEntity, p } from "@mikro-orm/core";
import type { PolicyFacts } from "./domain/policy-content.ts";
import type { TestOutcome } from "./domain/run-tests.ts";

/** A case that a policy must decide in a certain way, kept with the policy; nothing is published while one fails. */
export const PolicyTestSchema = defineEntity({
  name: "PolicyTest",
  tableName: "policy_test",
  properties: {
    id: p.uuid().primary(),
    policy: p.text(),
    name: p.text(),
    facts: p.json<PolicyFacts>(),
    expected: p.text().$type<TestOutcome>(),
    /** Where it was made from a case. */
    caseNumber: p.text().nullable(),
    createdById: p.uuid(),
    createdAt: p.datetime(3),
  },
});

export class PolicyTest extends PolicyTestSchema.class {}
PolicyTestSchema.setClass(PolicyTest);
