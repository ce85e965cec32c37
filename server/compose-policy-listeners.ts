import type { PolicyPublishedListener } from "./policies/policy-published.ts";

/** Who hears that a version of a policy was published, in this order. Training, notices and the like are named here. */
export const onPolicyPublished: readonly PolicyPublishedListener[] = [];
