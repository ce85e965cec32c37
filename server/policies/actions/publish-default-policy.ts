import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import { canonicalJson, sha256 } from "../../platform/journal.ts";
import { defaultPolicy, defaultPolicyEffectiveFrom, defaultPolicyName } from "../domain/default-policy.ts";

/** Gives a new desk its first policy. Where there is a version 1 already, nothing changes: a version is never edited. */
export async function publishDefaultPolicy(db: Db, now: Date): Promise<void> {
  await db
    .insertInto("policy_version")
    .values({
      id: newId(),
      policy: defaultPolicyName,
      version: 1,
      content: JSON.parse(canonicalJson(defaultPolicy)),
      content_hash: sha256(canonicalJson(defaultPolicy)),
      effective_from: defaultPolicyEffectiveFrom,
      published_at: now,
      change_note: "",
    })
    .onConflict((conflict) => conflict.columns(["policy", "version", "minor"]).doNothing())
    .execute();
}
