import { done, type Result, refused } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import { findPolicyVersions } from "../queries/policy-versions.ts";
import type { PolicyFailure } from "./change-draft.ts";

/** Somebody says that they have read a version: the text with this hash, which is the one that was shown to them. */
export async function attestPolicy(
  ctx: ActionContext,
  { versionId, contentHash }: { readonly versionId: string | null; readonly contentHash: string },
): Promise<Result<string, PolicyFailure>> {
  const { id: staffId } = ctx.actor;
  const version = versionId === null ? undefined : (await findPolicyVersions(ctx.db, [versionId])).get(versionId);
  if (version === undefined || staffId === null) return refused({ kind: "NOT_FOUND" });
  if (version.contentHash !== contentHash)
    return refused({ kind: "REFUSED", reasons: [{ code: "READ_ANOTHER_TEXT" }] });
  await ctx.db
    .insertInto("policy_attestation")
    .values({ staff_id: staffId, policy_version_id: version.id, content_hash: contentHash, at: ctx.clock.now() })
    .onConflict((conflict) => conflict.columns(["staff_id", "policy_version_id"]).doNothing())
    .execute();
  return done(version.id);
}
