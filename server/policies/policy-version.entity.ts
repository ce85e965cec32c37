import { defineEntity, p } from "@mikro-orm/core";
import type { PolicyContent } from "./domain/policy-content.ts";

/** A published text of the refund policy. A version is never changed; a new one is published from a date. */
export const PolicyVersionSchema = defineEntity({
  name: "PolicyVersion",
  tableName: "policy_version",
  uniques: [{ properties: ["policy", "version"] }],
  properties: {
    id: p.uuid().primary(),
    /** The policy that this is a version of, e.g. `default`. */
    policy: p.text(),
    version: p.integer(),
    content: p.json<PolicyContent>(),
    contentHash: p.text(),
    effectiveFrom: p.datetime(3),
    publishedAt: p.datetime(3),
  },
});

export class PolicyVersion extends PolicyVersionSchema.class {}
PolicyVersionSchema.setClass(PolicyVersion);
