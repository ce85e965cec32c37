import { defineEntity, p } from "@mikro-orm/core";

/** Somebody has read a version and says so. It holds for the text with this hash and for no other. */
export const PolicyAttestationSchema = defineEntity({
  name: "PolicyAttestation",
  tableName: "policy_attestation",
  properties: {
    staffId: p.uuid().primary(),
    policyVersionId: p.uuid().primary(),
    contentHash: p.text(),
    at: p.datetime(3),
  },
});

export class PolicyAttestation extends PolicyAttestationSchema.class {}
PolicyAttestationSchema.setClass(PolicyAttestation);
