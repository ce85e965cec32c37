import { writeNotice } from "./notices/actions/write-notice.ts";
import type { PolicyPublishedListener } from "./policies/policy-published.ts";
import { assignForPolicyVersion } from "./training/actions/apply-rules.ts";
import { tellAssigned } from "./training/actions/tell-assigned.ts";

/** A new edition of the rules is learned anew; a small correction is not. */
const learnAnew: PolicyPublishedListener = async (db, ctx, { kind, versionId }) => {
  if (kind !== "MAJOR") return;
  const tell = tellAssigned({ ...ctx, writeNotice });
  await assignForPolicyVersion(db, { ...ctx, tell }, versionId);
};

/** Who hears that a version of a policy was published, in this order. Training, notices and the like are named here. */
export const onPolicyPublished: readonly PolicyPublishedListener[] = [learnAnew];
