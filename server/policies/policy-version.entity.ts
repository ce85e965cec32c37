import { defineEntity, p } from "@mikro-orm/core";
import type { PolicyContent } from "./domain/policy-content.ts";

/**
 * A published text of a policy. A version is never changed: a new one is published from a date, and ends the one before.
 * That no two of one policy decide at once is a constraint of the table's.
 */
export const PolicyVersionSchema = defineEntity({
  name: "PolicyVersion",
  tableName: "policy_version",
  uniques: [{ properties: ["policy", "version", "minor"] }],
  properties: {
    id: p.uuid().primary(),
    /** The name of the policy that this is a version of, e.g. `default`. */
    policy: p.text(),
    version: p.integer(),
    /** Counts changes of wording within a version; people need not read those again. */
    minor: p.integer().default(0),
    content: p.json<PolicyContent>(),
    contentHash: p.text(),
    effectiveFrom: p.datetime(3),
    /** When the next version took over, or the policy ended, or will; its own beginning where it was withdrawn before. */
    effectiveUntil: p.datetime(3).nullable(),
    /** It took over from another, which goes on if it is withdrawn; false where nothing decided before it. */
    displaces: p.boolean().default(true),
    publishedAt: p.datetime(3),
    changeNote: p.text().default(""),
    authorIds: p.array().default([]),
    approvedByIds: p.array().default([]),
    publishedById: p.uuid().nullable(),
  },
});

export class PolicyVersion extends PolicyVersionSchema.class {}
PolicyVersionSchema.setClass(PolicyVersion);
