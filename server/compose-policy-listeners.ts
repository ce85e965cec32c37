import type { PolicyPublishedListener } from "./policies/policy-published.ts";
import { assignForPolicyVersion } from "./training/actions/apply-rules.ts";

/** A new edition of the rules is learned anew; a small correction is not. */
const learnAnew: PolicyPublishedListener = async (db, ctx, { kind, versionId }) => {
  if (kind === "MAJOR") await assignForPolicyVersion(db, ctx, versionId);
};

/** Who hears that a version of a policy was published, in this order. Training, notices and the like are named here. */
export const onPolicyPublished: readonly PolicyPublishedListener[] = [learnAnew];
