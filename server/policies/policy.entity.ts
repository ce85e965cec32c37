import { defineEntity, p } from "@mikro-orm/core";
import type { PolicyScope } from "./domain/choose-policy.ts";
import type { BilingualText } from "./domain/policy-content.ts";

/** A policy for one scope: all merchants, a merchant category, a channel or a merchant. Its texts are its versions. */
export const PolicySchema = defineEntity({
  name: "Policy",
  tableName: "policy",
  uniques: [{ properties: ["scope", "value"] }],
  properties: {
    name: p.text().primary(),
    scope: p.text().$type<PolicyScope>(),
    /** The merchant's id, the category's code or the channel; empty for all merchants. */
    value: p.text(),
    label: p.json<BilingualText>(),
    createdAt: p.datetime(3),
  },
});

export class Policy extends PolicySchema.class {}
PolicySchema.setClass(Policy);
