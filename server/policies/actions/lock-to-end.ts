import type { Db } from "../../platform/database/database.ts";
import { isWithdrawn, type VersionFacts } from "../domain/version-life.ts";
import { type LockedVersion, lockVersions } from "../queries/lock-versions.ts";

export interface VersionToEnd {
  readonly version: LockedVersion;
  readonly others: readonly LockedVersion[];
  readonly facts: VersionFacts;
  readonly contentHash: string;
}

/** Reads a version behind the lock of its policy, with all that the rules ask; null where there is none. */
export async function lockToEnd(db: Db, versionId: string | null): Promise<VersionToEnd | null> {
  if (versionId === null) return null;
  const found = await db
    .selectFrom("policy_version")
    .innerJoin("policy", "policy.name", "policy_version.policy")
    .select(["policy.name", "policy.scope", "policy_version.content_hash as contentHash"])
    .where("policy_version.id", "=", versionId)
    .executeTakeFirst();
  if (found === undefined) return null;
  const versions = await lockVersions(db, found.name);
  const version = versions.find(({ id }) => id === versionId);
  if (version === undefined) throw new Error(`Policy version ${versionId} went`);
  const others = versions.filter(({ id }) => id !== versionId);
  const { effectiveFrom, effectiveUntil } = version;
  const newerToCome = others.some((other) => !isWithdrawn(other) && other.effectiveFrom > effectiveFrom);
  return {
    ...{ version, others, contentHash: found.contentHash },
    facts: { scope: found.scope, effectiveFrom, effectiveUntil, newerToCome },
  };
}
